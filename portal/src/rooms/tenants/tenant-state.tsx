import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import type { StateColour } from '../../theme/theme';
import { StateDot } from '../../ui/state-dot';
import { tenants } from './texts';

type Capacity = Schemas['TenantCapacityDto'];
type State = 'busy' | 'staffed' | 'quiet' | 'unreachable';

const COLOURS: Record<State, StateColour> = { busy: 'busy', staffed: 'good', quiet: 'idle', unreachable: 'warn' };

export function TenantState({ capacity }: { capacity: Capacity | undefined }) {
  const t = useTexts(tenants);
  if (!capacity) return null;
  const state = stateOf(capacity);
  return <StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot>;
}

/** What matters most of a tenant at this moment. */
function stateOf({ calls, numbers, agents_signed_in: signedIn }: Capacity): State {
  if (calls > 0) return 'busy';
  if (numbers === 0) return 'unreachable';
  return signedIn > 0 ? 'staffed' : 'quiet';
}
