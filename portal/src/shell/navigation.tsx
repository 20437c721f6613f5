import { Flex, Typography } from 'antd';
import { Link, useRouterState } from '@tanstack/react-router';
import { GROUPS, type Room } from '../rooms';
import { enteredTenant } from '../session/entered-tenant';
import { type Me, session, signedIn } from '../session/session';
import { useTenant } from '../session/tenant';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { type Language, language } from '../texts/language';
import { brand } from '../theme/brand';
import { Brand } from './brand';
import { openRooms } from './router';
import { shell } from './texts';

export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const t = useTexts(shell);
  const me = signedIn(useStore(session.state));
  const inTenant = me.kind !== 'staff' || useStore(enteredTenant) !== null;
  const tongue = useStore(language);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const rooms = openRooms(me).filter((room) => !room.hidden && (room.area !== 'tenant' || inTenant));
  const groups = groupsFor(me).map((group) => ({ group, rooms: rooms.filter((room) => room.group === group) }));
  return (
    <nav aria-label={t('menu')}>
      <Flex align="center" gap={10} style={{ padding: '12px 20px', height: 56, boxSizing: 'border-box' }}><Sign /></Flex>
      <ul className="nav-list" onClick={onChosen}>
        {groups.filter((each) => each.rooms.length > 0).map((each) => (
          <li key={each.group}>
            <div className="nav-group" id={`nav-${each.group}`}>{t(`group_${each.group}`)}</div>
            <ul aria-labelledby={`nav-${each.group}`}>
              {each.rooms.map((room) => <li key={room.id}><RoomLink room={room} tongue={tongue} isHere={isAt(room, path)} /></li>)}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The tenant's logo, or the product's own. */
function Sign() {
  const logo = useStore(brand)?.logo;
  if (logo) return <Logo logo={logo} />;
  return (
    <>
      <Brand />
      <Typography.Text strong style={{ fontSize: 17 }}>Seatline</Typography.Text>
    </>
  );
}

/** On white, as logos are drawn for. */
function Logo({ logo }: { logo: string }) {
  const name = useTenant().data?.name ?? '';
  return <img src={logo} alt={name} style={{ maxHeight: 32, maxWidth: 180, background: '#fff', borderRadius: 4, padding: 2 }} />;
}

/** The provider's people come for the provider's rooms. */
function groupsFor(me: Me) {
  return me.kind === 'staff' ? (['provider', ...GROUPS.filter((group) => group !== 'provider')] as const) : GROUPS;
}

function RoomLink({ room: { title, icon: Icon, pages: [first] }, tongue, isHere }: { room: Room; tongue: Language; isHere: boolean }) {
  return (
    <Link to={first?.path ?? '/'} className="nav-link" {...(isHere && { 'aria-current': 'page' as const })}>
      <span aria-hidden><Icon /></span>
      {title[tongue]}
    </Link>
  );
}

function isAt({ pages: [first] }: Room, path: string): boolean {
  const start = first?.path ?? '';
  return path === start || path.startsWith(`${start}/`);
}
