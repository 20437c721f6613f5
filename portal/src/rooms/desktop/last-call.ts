import { useEffect, useRef } from 'react';
import { connection } from '../../live/connection';
import type { LiveCall } from '../../live/messages';
import { session } from '../../session/session';
import { createStore } from '../../state/store';

/** The call that an agent has just had, until he is done with it. */
export interface LastCall {
  call: LiveCall;
  /** By the server's clock, in milliseconds of the epoch. */
  endedAt: number;
}

const KEY = 'seatline.last-call';

/** Kept by this tab over a reload. */
export const lastCall = createStore<LastCall | null>(read());
lastCall.subscribe(() => {
  const last = lastCall.get();
  if (last) sessionStorage.setItem(KEY, JSON.stringify(last));
  else sessionStorage.removeItem(KEY);
});
// whoever comes next at this tab is somebody else
session.state.subscribe(() => session.state.get().status !== 'signed-in' && lastCall.set(null));

/** Notices when a conversation with an outside party is over for this agent, or goes on without him. */
export function useLastCall(calls: readonly LiveCall[]): void {
  const before = useRef<readonly LiveCall[]>([]);
  useEffect(() => {
    const over = before.current.find((each) => calls.every(({ uuid }) => uuid !== each.uuid));
    if (over) lastCall.set({ call: over, endedAt: Date.now() + connection.clockLead.get() });
    before.current = calls.filter(({ state, direction }) => state === 'talking' && direction !== 'internal');
  }, [calls]);
}

function read(): LastCall | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as LastCall | null;
  } catch {
    return null;
  }
}
