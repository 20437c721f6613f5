import type { Locale } from '../../../tenants/domain/tenant-spec';
import { type Call, withMasked, withVariables } from '../call';
import { readSpeakable, SPEECH_LANGUAGES } from '../read-prompts';
import { renderText, variablesOf } from '../render-prompts';
import { VARIABLE_NAME } from '../script';
import { readNext } from './read-step';
import { go, type StepKind } from './step-kind';

/** Variables, the language of what follows, or how much longer the caller counts as having waited. */
export interface SetStep {
  type: 'set';
  values: ReadonlyMap<string, string>;
  language?: Locale;
  prioritySeconds?: number;
  next: string;
}

const HOUR = 3600;

export const set: StepKind<SetStep> = {
  type: 'set',
  read: (at) => {
    const [values, language, priority] = [at.field('values'), at.field('language'), at.field('priority_seconds')];
    if (!values.present && !language.present && !priority.present) at.refuse('must set something: values, language or priority_seconds');
    return {
      type: 'set',
      values: new Map(
        (values.present ? values.entries(20) : []).map(([name, value]) => {
          if (!VARIABLE_NAME.test(name)) value.refuse('must stand under the name of a variable: a-z 0-9 _');
          return [name, readSpeakable(value)];
        }),
      ),
      ...(language.present && { language: language.choice(SPEECH_LANGUAGES) }),
      ...(priority.present && { prioritySeconds: priority.whole(0, HOUR) }),
      next: readNext(at.field('next')),
    };
  },
  exits: ({ next }) => [{ name: 'next', to: next, silent: true }],
  mentions: ({ values }) => ({ reads: [...values.values()].flatMap(variablesOf), sets: [...values.keys()] }),
  enter: ({ values, language, prioritySeconds }, call) => {
    const filled = [...values].reduce((to, [name, text]) => filledIn(to, name, text, call), call);
    return go({ ...filled, language: language ?? call.language, priority: prioritySeconds ?? call.priority }, 'next');
  },
  take: (_, call) => go(call, 'next'),
};

/** A copy of what is kept nowhere is kept nowhere either. */
function filledIn(to: Call, name: string, text: string, from: Call): Call {
  const value = renderText(text, from);
  return variablesOf(text).some((each) => from.masked.includes(each)) ? withMasked(to, name, value) : withVariables(to, { [name]: value });
}
