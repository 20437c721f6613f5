const EXTENSION = /^[1-9]\d{3,5}$/;
/** More at once are a slip. */
const MOST = 2000;

/** The extensions from one to another, both included; null where that is no range of extensions. */
export function extensionsOf(first: string, last: string): string[] | null {
  const end = last === '' ? first : last;
  if (!EXTENSION.test(first) || !EXTENSION.test(end) || first.length !== end.length) return null;
  const count = Number(end) - Number(first) + 1;
  if (count < 1 || count > MOST) return null;
  return Array.from({ length: count }, (_, index) => String(Number(first) + index));
}

export interface SeatPlan {
  make: string[];
  /** There already. */
  skip: string[];
  /** Numbers of the tenant: a call to them could mean either. */
  clash: string[];
  /** How many more the contract allows; `make` may be more. */
  room: number;
}

/** What would become of some extensions. */
export function planSeats(extensions: string[], leased: readonly string[], numbers: readonly string[], limit: number): SeatPlan {
  const [known, owned] = [new Set(leased), new Set(numbers)];
  return {
    make: extensions.filter((each) => !known.has(each) && !owned.has(each)),
    skip: extensions.filter((each) => known.has(each)),
    clash: extensions.filter((each) => !known.has(each) && owned.has(each)),
    room: Math.max(0, limit - leased.length),
  };
}

/** `1001–1003, 1007`: neighbours drawn together. */
export function listed(extensions: readonly string[]): string {
  const spans: [string, string][] = [];
  for (const each of extensions) {
    const last = spans.at(-1);
    if (last && Number(each) === Number(last[1]) + 1) last[1] = each;
    else spans.push([each, each]);
  }
  return spans.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}
