import type { Schemas } from '../../api/types';
import { partyLegs, staysOf } from './story';

type Call = Schemas['CallDetailsDto'];

export type Phase = 'ringing' | 'greeting' | 'waiting' | 'talking' | 'connected';

/** A stretch of a party's time, in milliseconds since the call began. */
export interface Stretch {
  phase: Phase;
  from: number;
  to: number;
  /** Of a stretch in a queue. */
  queue?: string;
}

/** One party of the call. `who`: the caller's number, an agent's, or whoever else was called. */
export interface Lane {
  party: 'caller' | 'agent' | 'phone';
  /** Null where the number was erased. */
  who: string | null;
  stretches: Stretch[];
}

/** The parties of a call and what each was doing when; the first is who began it. */
export function lanesOf(told: Call): Lane[] {
  const call = { ...told, stays: staysOf(told) };
  const begun = Date.parse(call.started_at);
  const since = (at: string) => Math.max(0, Date.parse(at) - begun);
  return [firstLane(call, since), ...agentLanes(call, since), ...partyLanes(call, since)];
}

type Since = (at: string) => number;

function firstLane(call: Call, since: Since): Lane {
  const end = since(call.ended_at ?? call.started_at);
  const answered = call.answered_at === null ? end : since(call.answered_at);
  const stays = call.stays.flatMap(({ queue, joined_at: joined, answered_at: talk, left_at: left, released_at: released }): Stretch[] => [
    { phase: 'waiting', queue, from: since(joined), to: talk === null ? (left === null ? end : since(left)) : since(talk) },
    ...(talk === null ? [] : [{ phase: 'talking' as const, from: since(talk), to: released === null ? end : since(released) }]),
  ]);
  const talks = partyLegs(call).flatMap(({ answered_at: talk, ended_at: ended }): Stretch[] =>
    talk === null ? [] : [{ phase: 'talking', from: since(talk), to: since(ended) }],
  );
  const known = [...stays, ...talks].sort((a, b) => a.from - b.from);
  const first = known[0]?.from ?? end;
  const before: Stretch[] = [
    { phase: 'ringing', from: 0, to: Math.min(answered, first) },
    { phase: call.direction === 'inbound' ? 'greeting' : 'connected', from: answered, to: first },
  ];
  const stretches = [...before, ...known].filter(({ from, to }) => to > from);
  return { party: call.direction === 'inbound' ? 'caller' : 'phone', who: call.from_number, stretches };
}

/** An agent who was rung more than once has one lane. */
function agentLanes(call: Call, since: Since): Lane[] {
  const agents = [...new Set([...call.offers.map(({ agent }) => agent), ...call.stays.flatMap(({ agent }) => agent ?? [])])];
  return agents.map((who) => ({
    party: 'agent',
    who,
    stretches: [
      ...call.offers.filter(({ agent, ended_at: ended }) => agent === who && ended !== null).map(({ started_at: from, ended_at: to }): Stretch => ({
        phase: 'ringing', from: since(from), to: since(to ?? from),
      })),
      ...call.stays.flatMap(({ agent, answered_at: from, released_at: to }): Stretch[] =>
        agent === who && from !== null ? [{ phase: 'talking', from: since(from), to: since(to ?? call.ended_at ?? from) }] : [],
      ),
    ],
  }));
}

function partyLanes(call: Call, since: Since): Lane[] {
  return partyLegs(call).map(({ to, started_at: started, answered_at: answered, ended_at: ended }) => ({
    party: 'phone',
    who: to,
    stretches: [
      { phase: 'ringing' as const, from: since(started), to: since(answered ?? ended) },
      ...(answered === null ? [] : [{ phase: 'talking' as const, from: since(answered), to: since(ended) }]),
    ],
  }));
}

/** Where the scale has marks, in milliseconds: five to ten of them, at whole steps that people count in. */
export function marksOf(lengthMs: number): number[] {
  const step = STEPS_MS.find((each) => lengthMs / each <= MOST_MARKS) ?? STEPS_MS.at(-1) ?? lengthMs;
  return Array.from({ length: Math.floor(lengthMs / step) + 1 }, (_, index) => index * step);
}

const MOST_MARKS = 8;
const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200].map((seconds) => seconds * 1000);
