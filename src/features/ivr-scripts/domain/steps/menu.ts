import type { Call } from '../call';
import { renderPrompts } from '../render-prompts';
import { readPrompts } from '../read-prompts';
import type { Prompt } from '../script';
import { readNext } from './read-step';
import { go, type StepKind, type Turn, wait } from './step-kind';

/** One key chooses. Seconds to wait for it, and how often it is asked for before the step is left by `on_no_choice`. */
export interface MenuStep {
  type: 'menu';
  prompts: Prompt[];
  /** Said before the menu again after a key that is no choice. */
  invalid: Prompt[];
  options: ReadonlyMap<string, string>;
  timeoutSeconds: number;
  tries: number;
  onNoChoice: string;
}

const KEY = /^[0-9*#]$/;

export const menu: StepKind<MenuStep> = {
  type: 'menu',
  read: (at) => ({
    type: 'menu',
    prompts: readPrompts(at.field('prompts')),
    invalid: readPrompts(at.field('invalid'), 0),
    options: new Map(
      at.field('options').entries(12).map(([key, to]) => {
        if (!KEY.test(key)) to.refuse('must stand under a key of the phone: 0-9 * #');
        return [key, readNext(to)];
      }),
    ),
    timeoutSeconds: at.field('timeout_seconds').whole(1, 30, 5),
    tries: at.field('tries').whole(1, 5, 3),
    onNoChoice: readNext(at.field('on_no_choice')),
  }),
  exits: ({ options, onNoChoice }) => [
    ...[...options].map(([name, to]) => ({ name, to, silent: false })),
    { name: 'on_no_choice', to: onNoChoice, silent: true },
  ],
  mentions: ({ prompts, invalid }) => ({ prompts: [...prompts, ...invalid] }),
  enter: (step, call) => ask(step, call, []),
  take: (step, call, input) => {
    const key = input.kind === 'digits' ? input.digits : '';
    if (step.options.has(key)) return go(call, key);
    if (call.tries >= step.tries) return go(call, 'on_no_choice');
    return ask(step, call, key === '' ? [] : step.invalid);
  },
};

function ask(step: MenuStep, call: Call, before: Prompt[]): Turn {
  const waitMs = step.timeoutSeconds * 1000;
  return wait(
    { ...call, tries: call.tries + 1 },
    {
      kind: 'ask', spoken: renderPrompts([...before, ...step.prompts], call), language: call.language, least: 1, most: 1,
      terminator: '', firstDigitMs: waitMs, nextDigitMs: waitMs, masked: false,
    },
  );
}
