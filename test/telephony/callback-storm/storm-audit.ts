import type { ApiClient } from '../../../scripts/start/api-client';
import { openedCalls } from '../../factories/opened';
import type { Centre } from '../resilience/centre';

/** Somebody who asked to be called back, by what the books hold. Instants in epoch milliseconds. */
export interface Promised {
  number: string;
  state: string;
  promise: string | null;
  placeAt: number;
  askedAt: number;
  /** When the first call to him was begun; null while there was none. */
  begunAt: number | null;
}

/** Digits of a number without its country. */
const NATIONAL = 11;

/** Who was on his way into the list when the dialler looked may be overtaken. */
const LOOK_MS = 10_000;

/** @param api as the tenant's own administrator, who sees numbers */
export async function promised(centre: Centre<'storm'>, api: ApiClient): Promise<Promised[]> {
  interface Row { id: string; number: string; state: string; promise: string | null; place_at: string; created_at: string }
  const rows = await api.all<Row>('/v1/callbacks');
  const tries = await centre.database.sql<{ id: string; at: Date }>('SELECT callback_id AS id, MIN(created_at) AS at FROM callback_attempts GROUP BY callback_id');
  const begun = new Map(tries.map(({ id, at }) => [id, new Date(at).getTime()]));
  return rows.map(({ id, number, state, promise, place_at: placeAt, created_at: askedAt }) => ({
    number: number.slice(-NATIONAL), state, promise, placeAt: Date.parse(placeAt), askedAt: Date.parse(askedAt), begunAt: begun.get(id) ?? null,
  }));
}

/** Those who wait still. */
export async function waitingProblems({ database }: Centre<'storm'>): Promise<string[]> {
  const rows = await database.sql<{ id: string; state: string }>("SELECT id, state FROM callbacks WHERE state IN ('waiting', 'dialling')");
  return rows.map(({ id, state }) => `${id} is ${state}`);
}

/** What is wrong once it is over: each who was promised a call has had one, and nobody else has. */
export async function stormProblems(centre: Centre<'storm'>, all: readonly Promised[]): Promise<string[]> {
  const asked = (await openedCalls(centre.database)).filter(({ outcome }) => outcome === 'callback').map(({ fromNumber }) => fromNumber);
  const numbers = all.map(({ number }) => number);
  return [
    ...numbers.filter((number, index) => numbers.indexOf(number) !== index).map((number) => `${number} is in the list twice`),
    ...asked.filter((number) => !numbers.includes(number ?? '')).map((number) => `${number} was promised a call, and is not in the list`),
    ...all.filter(({ state }) => state !== 'reached').map(({ number, state }) => `${number} is ${state}`),
    ...all.filter(({ promise }) => promise === null).map(({ number }) => `nothing is said of the promise to ${number}`),
    ...rungProblems(centre, numbers),
  ];
}

/** By the switch itself: whose phone rang, and how often. */
function rungProblems(centre: Centre<'storm'>, numbers: readonly string[]): string[] {
  const outside = centre.witness.legs.filter(({ toTrunk }) => toTrunk);
  const rung = outside.map(({ destination }) => destination.slice(-NATIONAL));
  return [
    ...numbers.flatMap((number) => {
      const times = rung.filter((each) => each === number).length;
      return times === 1 ? [] : [`${number} was rung ${times} times`];
    }),
    ...rung.filter((number) => !numbers.includes(number)).map((number) => `${number} was rung, and had not asked for it`),
  ];
}

/** Who was overtaken by somebody of a later place, though he was in the list by then. */
export function orderProblems(all: readonly Promised[]): string[] {
  return all.flatMap((later) => {
    const begun = later.begunAt ?? 0;
    const overtaken = all.filter(({ placeAt, askedAt, begunAt }) => placeAt < later.placeAt && askedAt < begun - LOOK_MS && (begunAt ?? Infinity) > begun);
    return overtaken.map(({ number }) => `${later.number} was called before ${number}`);
  });
}
