import { type Call, withMasked, withVariables } from '../call';
import { renderPrompts } from '../render-prompts';
import { readPrompts } from '../read-prompts';
import type { Prompt } from '../script';
import { readNext, readVariable } from './read-step';
import { go, type StepKind, type Turn, wait } from './step-kind';

/** Digits are put into a variable: a policy's number, a date of birth. */
export interface CollectStep {
  type: 'collect';
  prompts: Prompt[];
  invalid: Prompt[];
  into: string;
  least: number;
  most: number;
  terminator: '' | '#' | '*';
  /** What else the digits must be: `luhn` for card numbers, `date` for YYYYMMDD. */
  check: (typeof CHECKS)[number];
  /** Kept in no log, no record and no variable of the switch, and forgotten when the call leaves the script. */
  masked: boolean;
  timeoutSeconds: number;
  tries: number;
  next: string;
  onNoInput: string;
}

const CHECKS = ['any', 'luhn', 'date'] as const;
const TERMINATORS = ['#', '*', 'none'] as const;
const NEXT_DIGIT_MS = 3000;

export const collect: StepKind<CollectStep> = {
  type: 'collect',
  read: (at) => {
    const [least, most] = [at.field('min_digits').whole(1, 30, 1), at.field('max_digits').whole(1, 30)];
    if (least > most) at.field('max_digits').refuse('must not be less than min_digits');
    const terminator = at.field('terminator').choice(TERMINATORS, '#');
    return {
      type: 'collect',
      prompts: readPrompts(at.field('prompts')),
      invalid: readPrompts(at.field('invalid'), 0),
      into: readVariable(at.field('into')),
      least,
      most,
      terminator: terminator === 'none' ? '' : terminator,
      check: at.field('check').choice(CHECKS, 'any'),
      masked: at.field('masked').flag(false),
      timeoutSeconds: at.field('timeout_seconds').whole(1, 60, 8),
      tries: at.field('tries').whole(1, 5, 3),
      next: readNext(at.field('next')),
      onNoInput: readNext(at.field('on_no_input')),
    };
  },
  exits: ({ next, onNoInput }) => [
    { name: 'next', to: next, silent: false },
    { name: 'on_no_input', to: onNoInput, silent: true },
  ],
  mentions: ({ prompts, invalid, into, masked }) => ({ prompts: [...prompts, ...invalid], sets: [into], masks: masked ? [into] : [] }),
  enter: (step, call) => ask(step, call, []),
  take: (step, call, input) => {
    const digits = input.kind === 'digits' ? input.digits : '';
    if (isGood(step, digits)) {
      return go(step.masked ? withMasked(call, step.into, digits) : withVariables(call, { [step.into]: digits }), 'next');
    }
    if (call.tries >= step.tries) return go(call, 'on_no_input');
    return ask(step, call, digits === '' ? [] : step.invalid);
  },
};

function ask(step: CollectStep, call: Call, before: Prompt[]): Turn {
  const { least, most, terminator, masked, timeoutSeconds } = step;
  return wait(
    { ...call, tries: call.tries + 1 },
    {
      kind: 'ask', spoken: renderPrompts([...before, ...step.prompts], call), language: call.language, least, most, terminator,
      firstDigitMs: timeoutSeconds * 1000, nextDigitMs: NEXT_DIGIT_MS, masked,
    },
  );
}

function isGood({ least, most, check }: CollectStep, digits: string): boolean {
  if (!/^\d+$/.test(digits) || digits.length < least || digits.length > most) return false;
  if (check === 'luhn') return hasLuhnDigit(digits);
  return check === 'any' || isDay(digits);
}

/** ISO/IEC 7812-1, annex B: every second digit from the right counts double, its digits added. */
function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isDay(digits: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  if (day === undefined) return false;
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // the 31st of June would become the 1st of July
  return !Number.isNaN(at.getTime()) && at.getUTCDate() === Number(day);
}
