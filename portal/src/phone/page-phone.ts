import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import { session } from '../session/session';
import { createStore } from '../state/store';
import { microphone, play } from './devices';
import { OnlyTab } from './only-tab';
import { Softphone } from './softphone';

/** Whether this browser is to be a phone whenever the desktop opens. */
const KEY = 'seatline.phone';

/** This page's phone, for all of its rooms: a call goes on while one looks at another. */
export const softphone = new Softphone({ microphone, play });
export const phoneTab = new OnlyTab('seatline.phone');
/** Why it could not be switched on. */
export const phoneProblem = createStore<unknown>(null);

export const isPhoneWanted = createStore<boolean>(localStorage.getItem(KEY) === 'page');
isPhoneWanted.subscribe(() => localStorage.setItem(KEY, isPhoneWanted.get() ? 'page' : 'desk'));

let opening: Promise<void> | null = null;

/** Switches the page's phone on at a seat; asked again meanwhile it is done once. @param steal takes it from another tab */
export function openPhone(seatId?: string, steal = false): Promise<void> {
  isPhoneWanted.set(true);
  opening ??= open(seatId, steal).finally(() => (opening = null));
  return opening;
}

async function open(seatId: string | undefined, steal: boolean): Promise<void> {
  if (!(await phoneTab.take(steal))) return;
  try {
    phoneProblem.set(null);
    await softphone.start(await answerOf(api.POST('/v1/me/phone', { body: { ...(seatId && { seat_id: seatId }) } })));
  } catch (error) {
    phoneTab.give();
    phoneProblem.set(error);
    if (!(error instanceof ProblemError)) throw error;
  }
}

export function closePhone(): void {
  isPhoneWanted.set(false);
  softphone.stop();
  phoneTab.give();
  void answerOf(api.DELETE('/v1/me/phone', {})).catch(() => undefined);
}

// another tab took it over, or whose it was has signed out
phoneTab.state.subscribe(() => phoneTab.state.get() === 'elsewhere' && softphone.stop());
session.state.subscribe(() => {
  if (session.state.get().status === 'signed-in') return;
  softphone.stop();
  phoneTab.give();
});
