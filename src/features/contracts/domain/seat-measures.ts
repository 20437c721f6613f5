/** A stay of somebody at his work, from an instant up to, not including, another. Epoch milliseconds. */
export interface Stay {
  readonly who: string;
  readonly from: number;
  readonly until: number;
}

/** Peaks of concurrent seats that are shorter are not billed (Genesys Cloud: "concurrent user" licences). */
export const SHORTEST_PEAK_MS = 30 * 60_000;

/** Named seats: everybody who signed in once within the span. */
export function namedSeats(stays: readonly Stay[], from: number, until: number): number {
  return new Set(within(stays, from, until).map(({ who }) => who)).size;
}

/** The seconds that were worked within the span; whoever signed in twice at once works once. */
export function workedSeconds(stays: readonly Stay[], from: number, until: number): number {
  const milliseconds = levels(within(stays, from, until)).reduce((sum, { level, from: start, until: end }) => sum + level * (end - start), 0);
  return Math.floor(milliseconds / 1000);
}

/**
 * Concurrent seats: the most who were signed in together for at least `shortest` on end. That is not the peak of peaks that
 * last so long each: 80 who stay while 5 others come and go at once are 80, whatever the others do.
 * @returns 0 where nobody stayed that long
 */
export function concurrentSeats(stays: readonly Stay[], from: number, until: number, shortest = SHORTEST_PEAK_MS): number {
  // the widest stretch in which a level is never left, for each level, with a stack of rising levels
  const rising: { level: number; from: number }[] = [];
  let most = 0;
  const fall = (level: number, at: number): number => {
    let since = at;
    while ((rising.at(-1)?.level ?? -1) >= level) {
      const { level: ended, from: began } = rising.pop() as { level: number; from: number };
      if (at - began >= shortest) most = Math.max(most, ended);
      since = began;
    }
    return since;
  };
  let end = from;
  for (const { level, from: at, until: next } of levels(within(stays, from, until))) {
    rising.push({ from: fall(level, at), level });
    end = next;
  }
  fall(0, end);
  return most;
}

/** Cut to the span; what has no length is left out. */
function within(stays: readonly Stay[], from: number, until: number): Stay[] {
  return stays.flatMap((stay) => {
    const cut = { who: stay.who, from: Math.max(stay.from, from), until: Math.min(stay.until, until) };
    return cut.from < cut.until ? [cut] : [];
  });
}

/** How many are there from when until when, without a gap from the first coming to the last going. */
function levels(stays: readonly Stay[]): { level: number; from: number; until: number }[] {
  const changes = stays.flatMap(({ who, from, until }) => [{ at: from, who, by: 1 }, { at: until, who, by: -1 }]).sort((a, b) => a.at - b.at);
  const signedIn = new Map<string, number>();
  const found: { level: number; from: number; until: number }[] = [];
  for (const [index, { at, who, by }] of changes.entries()) {
    const times = (signedIn.get(who) ?? 0) + by;
    if (times > 0) signedIn.set(who, times);
    else signedIn.delete(who);
    const next = changes[index + 1]?.at ?? at;
    if (next === at) continue;
    const last = found.at(-1);
    // somebody who leaves as another one comes changes nothing
    if (last?.level === signedIn.size) last.until = next;
    else found.push({ level: signedIn.size, from: at, until: next });
  }
  return found;
}
