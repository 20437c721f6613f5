import { useEffect, useState } from 'react';
import { createStore, type Store, useStore } from '../state/store';
import { afterMessages, type FloorView, viewOf } from './floor';
import { connection } from './connection';
import type { LiveMessage } from './messages';

/** The first change is drawn at once, further ones together after so long: slow enough for a floor of 1,500. */
const DRAWN_EACH_MS = 175;

export type LiveFloor = Store<FloorView | null>;

/** The floor as it is now; null until the first picture has come. */
export function useFloor(): FloorView | null {
  return useStore(useLiveFloor());
}

/** The same for pages whose parts look at parts of it, so that the page is not drawn anew with each of them. */
export function useLiveFloor(): LiveFloor {
  const [floor] = useState(() => createStore<FloorView | null>(null));
  useEffect(() => follow(floor), [floor]);
  return floor;
}

function follow(floor: LiveFloor): () => void {
  let pending: LiveMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = 0;
  const draw = () => {
    const [messages, view] = [pending, floor.get()];
    [pending, timer, drawnAt] = [[], undefined, performance.now()];
    if (view) floor.set(afterMessages(view, messages));
  };
  const stop = connection.listen((message) => {
    if (message.type === 'snapshot') {
      pending = [];
      floor.set(viewOf(message.floor));
    } else if (message.type !== 'now') {
      pending.push(message);
      timer ??= setTimeout(draw, Math.max(0, drawnAt + DRAWN_EACH_MS - performance.now()));
    }
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
