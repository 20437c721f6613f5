import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { AgentsReader } from '../../agents/agents.reader';
import { readyAgents } from '../../callbacks/domain/ready-agents';
import { CallsReader } from '../../calls/calls.reader';
import { LiveReader } from '../../live/live.reader';
import { SeatsReader } from '../../seats/seats.reader';

/** Of so many of the caller's latest calls one must have been answered. */
const LATEST_CALLS = 10;
const DAY_MS = 86_400_000;
const NOBODY: ReadonlySet<string> = new Set();

/** Finds the agent who knows a caller. */
@Injectable()
export class LastAgents {
  constructor(
    private readonly calls: CallsReader,
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
    private readonly live: LiveReader,
    private readonly clock: Clock,
  ) {}

  /** The agent who talked last with whoever calls from the number, if he is ready; null where there is none. */
  async readyFor(callerNumber: string, days: number): Promise<string | null> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - days * DAY_MS);
    const earlier = await this.calls.earlierFrom(callerNumber, now, LATEST_CALLS);
    const last = earlier.find(({ agent, outcome, startedAt }) => agent !== null && outcome === 'answered' && startedAt >= since)?.agent ?? null;
    return last !== null && (await this.isReady(last, now)) ? last : null;
  }

  private async isReady(number: string, now: Date): Promise<boolean> {
    const [agents, seats, { agents: states, wrapUps, calls }] = await Promise.all([this.agents.all(), this.seats.all(), this.live.picture()]);
    const atWork = agents
      .filter((agent) => agent.number === number)
      .map(({ status, signedInSeatId }) => ({ number, status, extension: seats.find(({ id }) => id === signedInSeatId)?.extension ?? null }));
    return readyAgents(atWork, { states, wrapUps, calls, dialling: NOBODY }, now.getTime()).has(number);
  }
}
