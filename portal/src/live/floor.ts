import type { Schemas } from '../api/types';
import type { Floor, LiveAlarm, LiveCall, LiveHand, LiveMessage } from './messages';

type FloorAgent = Schemas['FloorAgentDto'];

/** What the floor's page shows; changes are applied to the last picture that was sent whole. */
export interface FloorView {
  /** By name. */
  queues: readonly string[];
  /** By number. */
  agents: ReadonlyMap<string, FloorAgent>;
  /** By the switch's uuid; calls that have ended are gone. */
  calls: ReadonlyMap<string, LiveCall>;
  /** What somebody should look at, by the seat that it is about. */
  alarms: ReadonlyMap<string, LiveAlarm>;
  /** Raised hands, by id; those that are down are gone. */
  hands: ReadonlyMap<string, LiveHand>;
}

export interface QueueNow {
  name: string;
  waiting: number;
  /** ISO 8601; null when nobody waits. */
  firstWaitingSince: string | null;
  talking: number;
}

export function viewOf(floor: Floor): FloorView {
  return {
    queues: floor.queues.map(({ name }) => name),
    agents: new Map(floor.agents.map((agent) => [agent.number, agent])),
    calls: new Map(floor.calls.map((call) => [call.uuid, call])),
    alarms: new Map(floor.alarms.map((alarm) => [alarm.seat_id, alarm])),
    hands: new Map(floor.hands.map((hand) => [hand.id, hand])),
  };
}

/** The picture after some messages, in their order. What they do not touch stays the same object. */
export function afterMessages(view: FloorView, messages: readonly LiveMessage[]): FloorView {
  let [agents, calls] = [view.agents as Map<string, FloorAgent>, view.calls as Map<string, LiveCall>];
  let [alarms, hands] = [view.alarms as Map<string, LiveAlarm>, view.hands as Map<string, LiveHand>];
  for (const message of messages) {
    if (message.type === 'call') {
      if (calls === view.calls) calls = new Map(calls);
      if (message.call.state === 'ended') calls.delete(message.call.uuid);
      else calls.set(message.call.uuid, message.call);
    }
    if (message.type === 'alarm' || message.type === 'alarm_over') {
      alarms = new Map(alarms);
      if (message.type === 'alarm') alarms.set(message.alarm.seat_id, message.alarm);
      else alarms.delete(message.alarm.seat_id);
    }
    if (message.type === 'hand') {
      const { id, state } = message.hand;
      hands = new Map(hands);
      if (state === 'raised' || state === 'taken') hands.set(id, message.hand);
      else hands.delete(id);
    }
    if (message.type === 'agent' || message.type === 'status' || message.type === 'wrap_up') {
      const known = agents.get(message.type === 'wrap_up' ? message.wrap_up.number : message.agent.number);
      if (!known) continue;
      if (agents === view.agents) agents = new Map(agents);
      agents.set(known.number, { ...known, ...changeOf(message) });
    }
  }
  return { queues: view.queues, agents, calls, alarms, hands };
}

function changeOf(message: Extract<LiveMessage, { type: 'agent' | 'status' | 'wrap_up' }>): Partial<FloorAgent> {
  if (message.type === 'wrap_up') return { wrap_up_until: message.wrap_up.until };
  if (message.type === 'agent') return { state: message.agent.state, state_since: message.agent.since };
  const { status, since, break_reason, team_id } = message.agent;
  return { status, status_since: since, break_reason, team_id };
}

/** Each queue as it is now, in the order of their names. */
export function queuesNow({ queues, calls }: Pick<FloorView, 'queues' | 'calls'>): QueueNow[] {
  const now = new Map(queues.map((name) => [name, { name, waiting: 0, firstWaitingSince: null as string | null, talking: 0 }]));
  for (const { queue, waiting_since: since, state } of calls.values()) {
    const row = now.get(queue ?? '');
    if (!row) continue;
    if (since !== null) {
      row.waiting += 1;
      if (row.firstWaitingSince === null || since < row.firstWaitingSince) row.firstWaitingSince = since;
    }
    if (state === 'talking') row.talking += 1;
  }
  return [...now.values()];
}
