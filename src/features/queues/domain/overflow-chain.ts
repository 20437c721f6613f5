/** Which queue callers of a queue go on to; null for none. */
export type NextQueue = (queue: string) => string | null;

/** The queues that callers go on to from `first`, it among them: none twice, whatever the settings say. */
export function overflowChain(first: string | null, next: NextQueue): string[] {
  const chain: string[] = [];
  for (let queue = first; queue !== null && !chain.includes(queue); queue = next(queue)) chain.push(queue);
  return chain;
}

/** Whether whoever goes on from `queue` to `first` may come back to it. */
export function overflowsInto(queue: string, first: string | null, next: NextQueue): boolean {
  return overflowChain(first, (name) => (name === queue ? null : next(name))).includes(queue);
}
