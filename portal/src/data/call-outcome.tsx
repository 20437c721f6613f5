import { useTexts } from '../texts/define-texts';
import { StateDot } from '../ui/state-dot';
import { outcomes } from './outcome-texts';
import { outcomeColour, useOutcomeName } from './outcomes';

interface Ended {
  outcome: string | null;
  queue: string | null;
}

/** How a call came out. Who hangs up in a greeting or a menu has given up nothing that he waited for. */
export function CallOutcome({ call: { outcome, queue } }: { call: Ended }) {
  const [t, nameOf] = [useTexts(outcomes), useOutcomeName()];
  if (outcome === 'abandoned' && queue === null) return <StateDot colour="idle">{t('left_early')}</StateDot>;
  return <StateDot colour={outcomeColour(outcome)}>{nameOf(outcome)}</StateDot>;
}
