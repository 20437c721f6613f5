import { useSyncExternalStore } from 'react';
import { createStore } from '../state/store';

const SECOND_MS = 1_000;

/** One clock for the whole page, which stands still while nobody looks at it. */
const now = createStore(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls back each second, all listeners in one go. @returns how to stop */
export function onSecond(listener: () => void): () => void {
  const stop = now.subscribe(listener);
  watchers += 1;
  timer ??= setInterval(() => now.set(Date.now()), SECOND_MS);
  return () => {
    stop();
    watchers -= 1;
    if (watchers > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, second by second: for what counts seconds on the screen. */
export function useNow(): number {
  return useSyncExternalStore(onSecond, now.get);
}
