import type { Schemas } from '../../api/types';

type Call = Schemas['CallDetailsDto'];
type Leg = Call['legs'][number];
type Stay = Call['stays'][number];

/** One thing that happened. `seconds`: how long what began with it lasted; null where that is not known or nothing lasts. */
export type Step = { at: string; seconds: number | null } & (
  | { kind: 'arrived' | 'dialled' | 'greeting' }
  | { kind: 'joined'; queue: string }
  | { kind: 'left'; queue: string; outcome: string }
  | { kind: 'offered'; agent: string; result: string }
  | { kind: 'answered'; agent: string }
  | { kind: 'rung' | 'party-answered'; to: string | null }
  | { kind: 'ended'; by: string | null }
);

/** An agent's leg begins within so many milliseconds of the offer that it belongs to. */
const SAME_MS = 1500;
/** A greeting that is shorter was none. */
const SHORTEST_GREETING_MS = 500;

/** What happened in a call, in its order: the stays and offers told by the queues, the other legs by themselves. */
export function storyOf(told: Call): Step[] {
  const call = { ...told, stays: staysOf(told) };
  const steps = [begin(call), ...greeting(call), ...queued(call), ...connected(call), ...end(call)];
  // what happens in the same moment keeps the order of the kinds
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/**
 * The stays, with their times to the millisecond where others know them: the switch keeps whole seconds, and a caller would
 * be in the queue before there was a call.
 */
export function staysOf({ stays, offers, started_at: started, answered_at: pickedUp, ended_at: ended }: Call): Stay[] {
  return stays.map((stay) => {
    const answer = offers.find(({ agent, result, ended_at: at }) => result === 'answered' && agent === stay.agent && isAbout(at, stay.answered_at));
    return {
      ...stay,
      joined_at: later(stay.joined_at, pickedUp ?? started),
      answered_at: answer?.ended_at ?? stay.answered_at,
      released_at: isAbout(stay.released_at, ended) ? ended : stay.released_at,
    };
  });
}

function isAbout(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Math.abs(Date.parse(one) - Date.parse(other)) < SAME_MS;
}

function later(one: string, other: string): string {
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

/** The legs beside the first that belong to no offer: whoever else was called. */
export function partyLegs({ legs, offers }: Call): Leg[] {
  const isOffer = (leg: Leg) => offers.some(({ started_at: at }) => isAbout(at, leg.started_at));
  return legs.slice(1).filter((leg) => leg.direction === 'outbound' && !isOffer(leg));
}

/** From one moment to another, counted as the switch counts: by the seconds begun. Null where the second is not known. */
export function secondsBetween(from: string, to: string | null): number | null {
  return to === null ? null : wholeSeconds(Date.parse(from), Date.parse(to));
}

export function wholeSeconds(fromMs: number, toMs: number): number {
  return Math.max(0, Math.floor(toMs / 1000) - Math.floor(fromMs / 1000));
}

function begin({ direction, started_at: at, ended_at: until }: Call): Step {
  return { kind: direction === 'inbound' ? 'arrived' : 'dialled', at, seconds: secondsBetween(at, until) };
}

function greeting({ direction, answered_at: at, ended_at: end, stays, outcome }: Call): Step[] {
  const until = stays[0]?.joined_at ?? (outcome === 'answered' ? null : end);
  if (direction !== 'inbound' || at === null || until === null) return [];
  const isOne = Date.parse(until) - Date.parse(at) >= SHORTEST_GREETING_MS;
  return isOne ? [{ kind: 'greeting', at, seconds: secondsBetween(at, until) }] : [];
}

function queued({ stays, offers }: Call): Step[] {
  return [
    ...stays.map(({ queue, joined_at: at, answered_at: answered, left_at: left }): Step => ({
      kind: 'joined', queue, at, seconds: secondsBetween(at, answered ?? left),
    })),
    ...offers.map(({ agent, result, started_at: at, ended_at: until }): Step => ({
      kind: 'offered', agent, result, at, seconds: secondsBetween(at, until),
    })),
    ...stays.flatMap(({ queue, agent, answered_at: answered, released_at: released, left_at: left, outcome }): Step[] => {
      if (answered !== null) return [{ kind: 'answered', agent: agent ?? '', at: answered, seconds: secondsBetween(answered, released) }];
      return left === null ? [] : [{ kind: 'left', queue, outcome: outcome ?? 'abandoned', at: left, seconds: null }];
    }),
  ];
}

function connected(call: Call): Step[] {
  return partyLegs(call).flatMap(({ to, started_at: at, answered_at: answered, ended_at: ended }): Step[] => [
    { kind: 'rung', to, at, seconds: secondsBetween(at, answered ?? ended) },
    ...(answered === null ? [] : [{ kind: 'party-answered' as const, to, at: answered, seconds: secondsBetween(answered, ended) }]),
  ]);
}

function end({ ended_at: at, ended_by: by }: Call): Step[] {
  return at === null ? [] : [{ kind: 'ended', by, at, seconds: null }];
}
