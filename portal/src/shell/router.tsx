import { type AnyRoute, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { ROOMS, type Room } from '../rooms';
import { may, type Me } from '../session/session';
import { ErrorPage } from './error-page';
import { Layout } from './layout';
import { NoPermissionPage, NotFoundPage } from './closed-pages';
import { RoomFrame } from './room-frame';
import { Splash } from './splash';

/** The rooms that somebody's role opens, in the order of the navigation. */
export function openRooms(me: Me): Room[] {
  return ROOMS.filter((room) => isOpen(room, me));
}

/** The desktop is for whoever has an agent, and for the role of agents: there it says that there is none yet. */
function isOpen({ area, permission }: Room, me: Me): boolean {
  if (area === 'provider' && me.kind !== 'staff') return false;
  if (area === 'agent' && me.role !== 'agent' && me.agent_number === null) return false;
  return may(me, permission);
}

/** Where somebody begins: an agent at the desktop, the provider's people at the tenants, others at the floor. */
export function startOf(me: Me): string {
  const rooms = openRooms(me);
  const wished = me.role === 'agent' ? 'desktop' : me.kind === 'staff' ? 'tenants' : 'floor';
  return (rooms.find(({ id }) => id === wished) ?? rooms[0])?.pages[0]?.path ?? '/account';
}

export function routerFor(me: Me) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: ErrorPage });
  const start = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: startOf(me) });
    },
  });
  const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Layout });
  const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: Outlet });
  const pagesOf = (parent: AnyRoute, rooms: Room[]): AnyRoute[] =>
    rooms.flatMap((room) => room.pages.map((page) => pageRoute(parent, room, page, isOpen(room, me))));
  return createRouter({
    routeTree: root.addChildren([
      start,
      framed.addChildren(pagesOf(framed, ROOMS.filter(({ frame }) => frame !== 'bare'))),
      bare.addChildren(pagesOf(bare, ROOMS.filter(({ frame }) => frame === 'bare'))),
    ]),
    context: { me },
    // plain words in the address; the usual JSON would make a number of a caller's digits
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: searchText,
    defaultPendingComponent: Splash,
    defaultErrorComponent: ErrorPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

function searchText(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

function pageRoute(parent: AnyRoute, room: Room, { path, load }: Room['pages'][number], open: boolean): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path,
    component: open ? roomed(room, lazyRouteComponent(load as never, 'Page') as never) : NoPermissionPage,
  });
}

function roomed(room: Room, Page: React.ComponentType) {
  return () => (
    <RoomFrame room={room}>
      <Page />
    </RoomFrame>
  );
}
