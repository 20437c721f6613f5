import { useLayoutEffect, useRef } from 'react';
import { connection } from './connection';
import { duration } from '../texts/formats';
import { onSecond } from '../ui/use-now';

/** What stands on the screen now, with the moment that it counts from. */
const shown = new Map<HTMLElement, number>();
let stop: (() => void) | undefined;

/** All at once, past React: a thousand counters need no thousand components drawn anew. */
function write(element: HTMLElement, at: number): void {
  const text = duration((Date.now() + connection.clockLead.get() - at) / 1000);
  if (element.textContent !== text) element.textContent = text;
}

function show(element: HTMLElement, at: number): () => void {
  write(element, at);
  shown.set(element, at);
  stop ??= onSecond(() => shown.forEach((moment, each) => write(each, moment)));
  return () => {
    shown.delete(element);
    if (shown.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** How long something lasts, second by second. @param at ISO 8601 */
export function Since({ at }: { at: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => (element.current ? show(element.current, Date.parse(at)) : undefined), [at]);
  return <span ref={element} />;
}
