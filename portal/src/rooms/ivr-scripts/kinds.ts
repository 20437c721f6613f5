import type { StepDocument } from './document';

/** What the tenant has that steps may name. */
export type Named = 'queues' | 'calendars' | 'segments' | 'agents' | 'scripts';

interface Base {
  /** The field of the document. */
  name: string;
  /** Not looked at every day: folded away. */
  more?: true;
  /** Where it is of no use for every step of the kind. */
  when?: (step: StepDocument) => boolean;
}

export type ExitField = Base & ({ edit: 'exit'; optional?: true } | { edit: 'keys'; optional?: true } | { edit: 'branches' });

export type Field =
  | ExitField
  | (Base & { edit: 'prompts' })
  | (Base & { edit: 'text'; most: number })
  | (Base & { edit: 'spoken'; most: number })
  | (Base & { edit: 'whole'; min: number; max: number; usual: number | null; unit?: 's' | 'ms' | 'min' })
  | (Base & { edit: 'choice'; choices: readonly string[]; usual: string | null })
  | (Base & { edit: 'flag' })
  | (Base & { edit: 'named'; of: Named })
  | (Base & { edit: 'variable'; usual?: string })
  | (Base & { edit: 'variables' })
  | (Base & { edit: 'values' })
  | (Base & { edit: 'keep' })
  | (Base & { edit: 'target' });

export const KIND_NAMES = [
  'play', 'menu', 'collect', 'survey', 'branch', 'look_up', 'set', 'queue', 'callback', 'voicemail', 'notice', 'transfer', 'script', 'return', 'hang_up',
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** What a step is for, which its colour tells. */
export type Purpose = 'speak' | 'decide' | 'lead' | 'end';

export interface Kind {
  purpose: Purpose;
  fields: readonly Field[];
  /** What a new one begins with. */
  fresh: () => Record<string, unknown>;
}

const PROMPTS: Field = { edit: 'prompts', name: 'prompts' };
const INVALID: Field = { edit: 'prompts', name: 'invalid', more: true };
const NEXT: Field = { edit: 'exit', name: 'next' };
const tries: Field = { edit: 'whole', name: 'tries', min: 1, max: 5, usual: 3, more: true };
const nothing = () => ({});
const saying = () => ({ prompts: [{ text: {} }] });

/** All that the designer knows of the kinds of steps: forms, exits and pictures are made of it. */
export const KINDS: Record<KindName, Kind> = {
  play: { purpose: 'speak', fresh: saying, fields: [PROMPTS, NEXT] },
  menu: {
    purpose: 'speak',
    fresh: () => ({ ...saying(), options: { 1: null, 2: null } }),
    fields: [
      PROMPTS,
      { edit: 'keys', name: 'options' },
      { edit: 'exit', name: 'on_no_choice' },
      INVALID,
      { edit: 'whole', name: 'timeout_seconds', min: 1, max: 30, usual: 5, unit: 's', more: true },
      tries,
    ],
  },
  collect: {
    purpose: 'speak',
    fresh: () => ({ ...saying(), into: 'digits', max_digits: 8 }),
    fields: [
      PROMPTS,
      { edit: 'variable', name: 'into' },
      { edit: 'whole', name: 'min_digits', min: 1, max: 30, usual: 1 },
      { edit: 'whole', name: 'max_digits', min: 1, max: 30, usual: null },
      { edit: 'choice', name: 'check', choices: ['any', 'luhn', 'date'], usual: 'any' },
      { edit: 'flag', name: 'masked' },
      NEXT,
      { edit: 'exit', name: 'on_no_input' },
      INVALID,
      { edit: 'choice', name: 'terminator', choices: ['#', '*', 'none'], usual: '#', more: true },
      { edit: 'whole', name: 'timeout_seconds', min: 1, max: 60, usual: 8, unit: 's', more: true },
      tries,
    ],
  },
  survey: {
    purpose: 'speak',
    fresh: () => ({ ...saying(), question: 'satisfaction' }),
    fields: [PROMPTS, { edit: 'text', name: 'question', most: 40 }, { edit: 'whole', name: 'highest', min: 2, max: 9, usual: 5 }, NEXT],
  },
  branch: {
    purpose: 'decide',
    fresh: () => ({ branches: [{ when: { kind: 'open' }, next: null }] }),
    fields: [{ edit: 'branches', name: 'branches' }, { edit: 'exit', name: 'else' }],
  },
  look_up: {
    purpose: 'decide',
    fresh: () => ({ url: 'https://', keep: {} }),
    fields: [
      PROMPTS,
      { edit: 'choice', name: 'method', choices: ['GET', 'POST'], usual: 'GET' },
      { edit: 'text', name: 'url', most: 1000 },
      { edit: 'variables', name: 'send' },
      { edit: 'keep', name: 'keep' },
      NEXT,
      { edit: 'exit', name: 'on_not_found' },
      { edit: 'exit', name: 'on_failure' },
      { edit: 'whole', name: 'timeout_ms', min: 200, max: 10_000, usual: 3000, unit: 'ms', more: true },
      { edit: 'whole', name: 'retries', min: 0, max: 2, usual: 1, more: true },
    ],
  },
  set: {
    purpose: 'decide',
    fresh: () => ({ language: 'zh-CN' }),
    fields: [
      { edit: 'choice', name: 'language', choices: ['zh-CN', 'en'], usual: null },
      { edit: 'values', name: 'values' },
      { edit: 'whole', name: 'priority_seconds', min: 0, max: 3600, usual: null, unit: 's' },
      NEXT,
    ],
  },
  queue: {
    purpose: 'lead',
    fresh: nothing,
    fields: [
      { edit: 'named', name: 'queue', of: 'queues' },
      { edit: 'exit', name: 'after', optional: true },
      { edit: 'exit', name: 'on_timeout', optional: true },
      { edit: 'exit', name: 'on_no_agents', optional: true },
      { edit: 'keys', name: 'keys', optional: true },
    ],
  },
  callback: {
    purpose: 'lead',
    fresh: nothing,
    fields: [
      { edit: 'named', name: 'queue', of: 'queues' },
      { edit: 'variable', name: 'number', usual: 'caller_number' },
      { edit: 'named', name: 'calendar', of: 'calendars' },
      NEXT,
      { edit: 'exit', name: 'on_failure' },
      { edit: 'whole', name: 'window_minutes', min: 5, max: 10_080, usual: 120, unit: 'min', more: true },
      { edit: 'whole', name: 'attempts', min: 1, max: 10, usual: 3, more: true },
      { edit: 'whole', name: 'retry_minutes', min: 1, max: 1440, usual: 10, unit: 'min', more: true },
    ],
  },
  voicemail: {
    purpose: 'lead',
    fresh: saying,
    fields: [
      { edit: 'named', name: 'queue', of: 'queues' },
      PROMPTS,
      { edit: 'whole', name: 'max_seconds', min: 5, max: 300, usual: 120, unit: 's' },
      NEXT,
      { edit: 'exit', name: 'on_failure' },
    ],
  },
  notice: {
    purpose: 'speak',
    fresh: () => ({ by: 'sms', text: {} }),
    fields: [
      { edit: 'choice', name: 'by', choices: ['sms', 'email'], usual: 'sms' },
      { edit: 'variable', name: 'recipient', usual: 'caller_number' },
      { edit: 'spoken', name: 'subject', most: 120, when: ({ by, subject }) => by === 'email' || subject !== undefined },
      { edit: 'spoken', name: 'text', most: 500 },
      NEXT,
      { edit: 'exit', name: 'on_failure' },
    ],
  },
  transfer: { purpose: 'lead', fresh: nothing, fields: [{ edit: 'target', name: 'to' }, { edit: 'exit', name: 'on_failure' }] },
  script: { purpose: 'lead', fresh: nothing, fields: [{ edit: 'named', name: 'script', of: 'scripts' }, NEXT] },
  return: { purpose: 'end', fresh: nothing, fields: [] },
  hang_up: { purpose: 'end', fresh: nothing, fields: [PROMPTS] },
};

export function isKind(type: string): type is KindName {
  return Object.hasOwn(KINDS, type);
}

export function fieldsOf(type: string): readonly Field[] {
  return isKind(type) ? KINDS[type].fields : [];
}

export function exitFieldsOf(type: string): ExitField[] {
  return fieldsOf(type).filter((field): field is ExitField => field.edit === 'exit' || field.edit === 'keys' || field.edit === 'branches');
}

const OF_QUEUE: readonly KindName[] = ['queue', 'callback', 'voicemail'];

/** @param fallback the script's queue, which a new step of a queue begins with */
export function freshStep(type: KindName, fallback: string): StepDocument {
  return { type, ...KINDS[type].fresh(), ...(OF_QUEUE.includes(type) && fallback !== '' && { queue: fallback }) };
}
