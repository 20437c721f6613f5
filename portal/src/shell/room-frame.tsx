import { useEffect, type ReactNode } from 'react';
import type { Room } from '../rooms';
import { enteredTenant } from '../session/entered-tenant';
import { session, signedIn } from '../session/session';
import { useStore } from '../state/store';
import { language } from '../texts/language';
import { ChooseTenantPage } from './closed-pages';
import { EmergencyBanner } from './emergency-banner';

/** Names the page for the browser, and has the provider's people enter a tenant before they see its rooms. */
export function RoomFrame({ room, children }: { room: Room; children: ReactNode }) {
  const title = room.title[useStore(language)];
  const tenant = useStore(enteredTenant);
  const me = signedIn(useStore(session.state));
  useEffect(() => {
    document.title = `${title} · Seatline`;
  }, [title]);
  if (room.area === 'tenant' && me.kind === 'staff' && !tenant) return <ChooseTenantPage />;
  // what was read of one tenant is not shown while another is read
  return (
    <div key={tenant?.id}>
      {room.area !== 'provider' && (me.kind === 'user' || tenant) && <EmergencyBanner />}
      {children}
    </div>
  );
}
