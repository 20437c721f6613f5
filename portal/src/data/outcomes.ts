import { useTexts } from '../texts/define-texts';
import type { StateColour } from '../theme/theme';
import { outcomes } from './outcome-texts';

/** How calls come out, the commonest first. */
export const OUTCOMES = [
  'answered', 'abandoned', 'timeout', 'no-agent', 'overflow', 'exit-key', 'callback', 'transferred', 'disconnected', 'completed', 'closed',
  'busy', 'no-answer', 'cancelled', 'failed', 'lost', 'rejected', 'channel-cap', 'destination-refused', 'no-rate', 'spend-cap',
  'rate-limited', 'seat-suspended', 'no-caller-number',
] as const;

const WELL: readonly string[] = ['answered', 'completed', 'overflow'];
const MISSED: readonly string[] = ['abandoned', 'timeout', 'no-agent', 'disconnected', 'lost', 'failed'];

/** Whether whoever called came away unserved. */
export function isMissed(outcome: string | null): boolean {
  return outcome !== null && MISSED.includes(outcome);
}

export function outcomeColour(outcome: string | null): StateColour {
  if (outcome === null) return 'idle';
  if (WELL.includes(outcome)) return 'good';
  return isMissed(outcome) ? 'bad' : 'warn';
}

/** What a later version of the API may name is shown as it comes. */
export function useOutcomeName(): (outcome: string | null) => string {
  const t = useTexts(outcomes);
  return (outcome) => {
    if (outcome === null) return '–';
    const isKnown = (OUTCOMES as readonly string[]).includes(outcome);
    return isKnown ? t(outcome.replaceAll('-', '_') as never) : outcome;
  };
}
