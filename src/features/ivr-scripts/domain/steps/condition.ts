import type { JsonCursor } from '../../../../platform/json/json-cursor';
import type { Call } from '../call';
import type { Input } from '../command';
import { readName, readVariable } from './read-step';

const COMPARISONS = ['equals', 'starts_with', 'less_than', 'greater_than', 'present'] as const;
const QUEUE_STATES = ['no_agents', 'waiting_over', 'wait_over'] as const;

/** One thing that is so or not. */
export type Condition =
  | { kind: 'open'; calendar: string }
  | { kind: 'segment'; names: string[] }
  | { kind: 'language'; language: string }
  | { kind: 'variable'; name: string; is: (typeof COMPARISONS)[number]; value: string }
  /** `waiting_over` counts callers, `wait_over` seconds. */
  | { kind: 'queue'; queue: string; is: (typeof QUEUE_STATES)[number]; value: number };

export type Facts = Omit<Extract<Input, { kind: 'facts' }>, 'kind'>;

const KINDS = ['open', 'segment', 'language', 'variable', 'queue'] as const;

export function readCondition(at: JsonCursor): Condition {
  const kind = at.field('kind').choice(KINDS);
  switch (kind) {
    case 'open':
      at.object(['kind', 'calendar']);
      return { kind, calendar: readName(at.field('calendar')) };
    case 'segment':
      at.object(['kind', 'names']);
      return { kind, names: at.field('names').list(1, 20).map(readName) };
    case 'language':
      at.object(['kind', 'language']);
      return { kind, language: at.field('language').choice(['zh-CN', 'en']) };
    case 'variable':
      return readComparison(at);
    case 'queue':
      at.object(['kind', 'queue', 'is', 'value']);
      return {
        kind,
        queue: readName(at.field('queue')),
        is: at.field('is').choice(QUEUE_STATES),
        value: at.field('value').whole(0, 86_400, 0),
      };
  }
}

function readComparison(at: JsonCursor): Condition {
  at.object(['kind', 'name', 'is', 'value']);
  const is = at.field('is').choice(COMPARISONS);
  const value = is === 'present' ? '' : at.field('value').text({ max: 200 });
  const isOrder = is === 'less_than' || is === 'greater_than';
  if (isOrder && value !== '' && !isNumber(value)) at.field('value').refuse('must be a number');
  return { kind: 'variable', name: readVariable(at.field('name')), is, value };
}

/** @returns false where a fact is missing: a queue that nothing is known of is not overrun */
export function holds(condition: Condition, call: Call, facts: Facts): boolean {
  switch (condition.kind) {
    case 'open':
      return facts.open[condition.calendar] === true;
    case 'segment':
      return condition.names.includes(call.variables['segment'] ?? '');
    case 'language':
      return call.language === condition.language;
    case 'variable':
      return compares(call.variables[condition.name] ?? '', condition);
    case 'queue': {
      const queue = facts.queues[condition.queue];
      if (!queue) return false;
      if (condition.is === 'no_agents') return queue.agents === 0;
      return (condition.is === 'waiting_over' ? queue.waiting : queue.estimatedWait) > condition.value;
    }
  }
}

function compares(actual: string, { is, value }: Extract<Condition, { kind: 'variable' }>): boolean {
  switch (is) {
    case 'present':
      return actual !== '';
    case 'equals':
      return actual === value;
    case 'starts_with':
      return actual.startsWith(value);
    case 'less_than':
      return isNumber(actual) && Number(actual) < Number(value);
    case 'greater_than':
      return isNumber(actual) && Number(actual) > Number(value);
  }
}

function isNumber(text: string): boolean {
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(text);
}
