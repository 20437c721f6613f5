import { useEffect, useRef, useState } from 'react';
import { answerOf, api } from '../../api/client';
import { patiently, reasonOf } from '../../api/patiently';
import { queries } from '../../api/queries';
import type { AgentPlace } from '../../data/agent-queues';
import type { FloorAgent } from './agent-rows';

export interface MoveState {
  all: number;
  /** Those that are where they should be: put there, or there already. */
  done: number;
  failures: (Moved & { reason: string })[];
  running: boolean;
}

/** One of those to be moved. */
export interface Moved {
  agent: FloorAgent;
  /** Among all of them; it stays through a second try. */
  nth: number;
}

/** What becomes of an agent's places; the same where there is nothing to change. */
export type Move = (places: AgentPlace[], nth: number) => AgentPlace[];

const AT_ONCE = 4;

/** Changes the places of many agents, some at a time; what is refused is kept with its reason. */
export function useMoves() {
  const [state, setState] = useState<MoveState | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const run = async (whom: Moved[], move: Move): Promise<void> => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const now: MoveState = { all: whom.length, done: 0, failures: [], running: true };
    const show = (running: boolean) => setState({ ...now, failures: [...now.failures], running });
    show(true);
    const waiting = [...whom];
    const work = async () => {
      for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
        const { agent, nth } = next;
        try {
          await patiently(() => moveOne(agent.id, (places) => move(places, nth), signal), signal);
          now.done += 1;
        } catch (error) {
          if (!signal.aborted) now.failures.push({ agent, nth, reason: reasonOf(error) });
        }
        show(true);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    show(false);
    await queries.invalidateQueries();
  };
  return { state, run, stop: () => stop.current.abort() };
}

async function moveOne(id: string, move: (places: AgentPlace[]) => AgentPlace[], signal: AbortSignal): Promise<void> {
  const path = { params: { path: { id } }, signal };
  const { queues } = await answerOf(api.GET('/v1/agents/{id}/queues', path));
  const wanted = move(queues);
  if (wanted !== queues) await answerOf(api.PUT('/v1/agents/{id}/queues', { ...path, body: { queues: wanted } }));
}

/** Into a queue, each a place further; who is in it already stays at his place. @param position of the first */
export function into(queueId: string, level: number, position: number): Move {
  return (places, nth) => (places.some(({ queue_id: id }) => id === queueId) ? places : [...places, { queue_id: queueId, level, position: Math.min(30_000, position + nth) }]);
}

/** @param bySkill what is said where an agent cannot be taken out, as it is his skills that put him there */
export function outOf(queueId: string, bySkill: string): Move {
  return (places) => {
    const place = places.find(({ queue_id: id }) => id === queueId);
    if (place?.by_skill) throw new Error(bySkill);
    return place ? places.filter((each) => each !== place) : places;
  };
}
