import { Flex, Menu, Typography } from 'antd';
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
      <Flex align="center" gap={10} style={{ padding: '12px 20px', height: 56 }}><Sign /></Flex>
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0, paddingInline: 4 }}
        selectedKeys={rooms.filter((room) => isAt(room, path)).map(({ id }) => id)}
        onClick={onChosen}
        items={groups
          .filter((each) => each.rooms.length > 0)
          .map((each) => ({
            key: each.group,
            type: 'group' as const,
            label: t(`group_${each.group}`),
            children: each.rooms.map((room) => itemOf(room, tongue)),
          }))}
      />
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

function itemOf({ id, title, icon: Icon, pages: [first] }: Room, tongue: Language) {
  return { key: id, icon: <Icon />, label: <Link to={first?.path ?? '/'}>{title[tongue]}</Link> };
}

function isAt({ pages: [first] }: Room, path: string): boolean {
  const start = first?.path ?? '';
  return path === start || path.startsWith(`${start}/`);
}
