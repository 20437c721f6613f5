import type { Call } from '../call';
import { withVariables } from '../call';
import { renderPrompts } from '../render-prompts';
import { readPrompts } from '../read-prompts';
import { type Prompt } from '../script';
import { readName, readNext } from './read-step';
import { go, type StepKind, type Turn, wait } from './step-kind';

/** One question of a survey, answered by a key from 1 to `highest`. Whoever does not answer goes on all the same. */
export interface SurveyStep {
  type: 'survey';
  prompts: Prompt[];
  /** What the answers are counted under: `satisfaction`, `solved`. */
  question: string;
  highest: number;
  next: string;
}

const WAIT_MS = 6000;
const TRIES = 2;

export const survey: StepKind<SurveyStep> = {
  type: 'survey',
  read: (at) => ({
    type: 'survey',
    prompts: readPrompts(at.field('prompts')),
    question: readName(at.field('question')),
    highest: at.field('highest').whole(2, 9, 5),
    next: readNext(at.field('next')),
  }),
  exits: ({ next }) => [{ name: 'next', to: next, silent: true }],
  mentions: ({ prompts, question }) => ({ prompts, sets: [variableOf(question)] }),
  enter: ask,
  take: (step, call, input) => {
    const score = input.kind === 'digits' && /^[1-9]$/.test(input.digits) ? Number(input.digits) : 0;
    if (score >= 1 && score <= step.highest) {
      const told = withVariables(call, { [variableOf(step.question)]: String(score) });
      return { ...go(told, 'next'), notes: [{ kind: 'rated', question: step.question, score }] };
    }
    return call.tries < TRIES ? ask(step, call) : go(call, 'next');
  },
};

function ask(step: SurveyStep, call: Call): Turn {
  return wait(
    { ...call, tries: call.tries + 1 },
    {
      kind: 'ask', spoken: renderPrompts(step.prompts, call), language: call.language, least: 1, most: 1, terminator: '',
      firstDigitMs: WAIT_MS, nextDigitMs: WAIT_MS, masked: false,
    },
  );
}

/** What later steps may ask about. */
function variableOf(question: string): string {
  return `survey_${question.replaceAll('-', '_')}`.slice(0, 40);
}
