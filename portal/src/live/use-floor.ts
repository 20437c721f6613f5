import { useEffect, useState } from 'react';
import { afterMessages, type FloorView, viewOf } from './floor';
import { connection } from './connection';
import type { LiveMessage } from './messages';

/** The first change is drawn at once, further ones together after so long: slow enough for a floor of 1,500. */
const DRAWN_EACH_MS = 150;

/** The floor as it is now; null until the first picture has come. */
export function useFloor(): FloorView | null {
  const [view, setView] = useState<FloorView | null>(null);
  useEffect(() => {
    let pending: LiveMessage[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let drawnAt = 0;
    const draw = () => {
      const messages = pending;
      [pending, timer, drawnAt] = [[], undefined, performance.now()];
      setView((before) => before && afterMessages(before, messages));
    };
    const stop = connection.listen((message) => {
      if (message.type === 'snapshot') {
        pending = [];
        setView(viewOf(message.floor));
      } else if (message.type === 'call' || message.type === 'agent') {
        pending.push(message);
        timer ??= setTimeout(draw, Math.max(0, drawnAt + DRAWN_EACH_MS - performance.now()));
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return view;
}
