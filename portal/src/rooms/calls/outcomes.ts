import type { Translate } from '../../texts/define-texts';
import type { StateColour } from '../../theme/theme';

/** How calls come out, the commonest first. */
export const OUTCOMES = [
  'answered', 'abandoned', 'timeout', 'no-agent', 'overflow', 'exit-key', 'transferred', 'disconnected', 'completed', 'closed',
  'busy', 'no-answer', 'cancelled', 'failed', 'lost', 'rejected', 'channel-cap', 'destination-refused', 'no-rate', 'spend-cap',
  'rate-limited', 'seat-suspended', 'no-caller-number',
] as const;
type Outcome = (typeof OUTCOMES)[number];

type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : T;
export type OutcomeKey = `outcome_${Underscored<Outcome>}`;

const WELL: readonly string[] = ['answered', 'completed', 'overflow'];
const MISSED: readonly string[] = ['abandoned', 'timeout', 'no-agent', 'disconnected', 'lost', 'failed'];

export function outcomeColour(outcome: string | null): StateColour {
  if (outcome === null) return 'idle';
  if (WELL.includes(outcome)) return 'good';
  return MISSED.includes(outcome) ? 'bad' : 'warn';
}

/** What a later version of the API may name is shown as it comes. */
export function outcomeName(t: Translate<OutcomeKey>, outcome: string | null): string {
  if (outcome === null) return '–';
  const isKnown = (OUTCOMES as readonly string[]).includes(outcome);
  return isKnown ? t(`outcome_${outcome.replaceAll('-', '_')}` as never) : outcome;
}
