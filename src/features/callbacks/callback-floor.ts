import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { type Agent, AgentsReader } from '../agents/agents.reader';
import type { LiveCall } from '../live/domain/live-view';
import { LiveReader } from '../live/live.reader';
import { QueuesReader } from '../queues/queues.reader';
import { type Seat, SeatsReader } from '../seats/seats.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import type { Floor, ReadyAgent } from './domain/plan-callbacks';
import { readyAgents } from './domain/ready-agents';

/** An agent at his seat. */
export interface Seated {
  agent: Agent;
  seat: Seat;
}

export interface FloorNow extends Floor {
  seated: ReadonlyMap<string, Seated>;
  calls: readonly LiveCall[];
}

/** Who of the tenant that is set could call back now. */
@Injectable()
export class CallbackFloor {
  constructor(
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
    private readonly queues: QueuesReader,
    private readonly live: LiveReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  /** @param dialling agents for whom a callback is being dialled */
  async look(dialling: ReadonlySet<string>): Promise<FloorNow> {
    const [tenant, seated, tiers, { calls, agents: states, wrapUps }] = await Promise.all([
      this.tenants.current(), this.seated(), this.queues.placesByQueue(), this.live.picture(),
    ]);
    const atWork = [...seated.values()].map(({ agent, seat }) => ({ number: agent.number, status: agent.status, extension: seat.extension }));
    const since = readyAgents(atWork, { states, wrapUps, calls, dialling }, this.clock.now().getTime());
    const readyOf = (places: readonly { agent: string; level: number }[]): ReadyAgent[] =>
      places.flatMap(({ agent, level }) => (since.has(agent) ? [{ number: agent, level, readySince: since.get(agent) as number }] : []));
    return {
      ready: new Map([...tiers].map(([queue, places]) => [queue, readyOf(places)])),
      waiting: waitingSince(calls),
      freeLines: tenant.concurrentCalls - calls.length - dialling.size,
      seated,
      calls,
    };
  }

  private async seated(): Promise<Map<string, Seated>> {
    const [agents, seats] = await Promise.all([this.agents.all(), this.seats.all()]);
    const seatOf = new Map(seats.filter(({ suspendedAt }) => suspendedAt === null).map((seat) => [seat.id, seat]));
    return new Map(
      agents.flatMap((agent) => {
        const seat = seatOf.get(agent.signedInSeatId ?? '');
        return seat ? [[agent.number, { agent, seat }] as const] : [];
      }),
    );
  }
}

function waitingSince(calls: readonly LiveCall[]): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  for (const { queue, waitingSince: since } of calls) {
    if (queue !== null && since !== null) waiting.set(queue, [...(waiting.get(queue) ?? []), Date.parse(since)]);
  }
  return waiting;
}
