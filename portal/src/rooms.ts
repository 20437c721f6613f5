import type { ComponentType } from 'react';
import type { Permission } from './api/types';
import type { Language } from './texts/language';

/** Where a room stands in the navigation. */
export const GROUPS = ['now', 'work', 'routing', 'people', 'money', 'reports', 'settings', 'provider'] as const;
export type Group = (typeof GROUPS)[number];

interface RoomPage {
  /** TanStack Router's pattern, such as `/queues/$id`. */
  path: string;
  load: () => Promise<{ Page: ComponentType }>;
}

/** One room of the portal: a folder under rooms/ whose `room.ts` exports one. */
export interface Room {
  id: string;
  title: Record<Language, string>;
  icon: ComponentType;
  group: Group;
  /** Within its group, rising. */
  order: number;
  /** Without it the room is closed; left out, it is open to whoever is signed in. */
  permission?: Permission;
  /**
   * Whose room it is: a tenant's (the provider's people enter the tenant first), the provider's, an agent's (never the
   * provider's people's), or anybody's.
   */
  area: 'tenant' | 'provider' | 'agent' | 'own';
  /** The first is the one that the navigation opens. */
  pages: RoomPage[];
  /** `bare`: without navigation, for a big screen. */
  frame?: 'bare';
  /** Not in the navigation: reached from elsewhere. */
  hidden?: true;
}

/** Checks a room's form where it is written. */
export function defineRoom(room: Room): Room {
  return room;
}

const files = import.meta.glob<Room>('./rooms/*/room.ts', { eager: true, import: 'room' });

/** Every room there is; a new folder is a new room. */
export const ROOMS: readonly Room[] = Object.values(files).sort(
  (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order,
);
