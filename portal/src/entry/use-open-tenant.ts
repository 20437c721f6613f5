import { useNavigate } from '@tanstack/react-router';
import { queries } from '../api/queries';
import { type EnteredTenant, enteredTenant } from '../session/entered-tenant';
import { session, signedIn } from '../session/session';
import { openRooms } from '../shell/router';

/** Begins to work in a tenant, for which there is a grant: at its floor, or at the first of its rooms that are open. */
export function useOpenTenant(): (tenant: EnteredTenant) => void {
  const navigate = useNavigate();
  return ({ id, name }) => {
    const rooms = openRooms(signedIn(session.state.get())).filter(({ area, hidden }) => area === 'tenant' && !hidden);
    const room = rooms.find((each) => each.id === 'floor') ?? rooms[0];
    // what was read of another tenant goes
    queries.clear();
    enteredTenant.set({ id, name });
    void navigate({ to: room?.pages[0]?.path ?? '/' });
  };
}
