import { useEffect, useState } from 'react';
import { afterMessages, type FloorView, viewOf } from './floor';
import { connection } from './connection';
import type { LiveMessage } from './messages';

/** Changes of so long are drawn together: quicker than the eye, and slow enough for a floor of 1,500. */
const DRAWN_EACH_MS = 100;

/** The floor as it is now; null until the first picture has come. */
export function useFloor(): FloorView | null {
  const [view, setView] = useState<FloorView | null>(null);
  useEffect(() => {
    let pending: LiveMessage[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      const messages = pending;
      [pending, timer] = [[], undefined];
      setView((before) => before && afterMessages(before, messages));
    };
    const stop = connection.listen((message) => {
      if (message.type === 'snapshot') {
        pending = [];
        setView(viewOf(message.floor));
      } else if (message.type === 'call' || message.type === 'agent') {
        pending.push(message);
        timer ??= setTimeout(draw, DRAWN_EACH_MS);
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return view;
}
