import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { type Agent, AgentsReader } from '../agents/agents.reader';
import { CallsReader } from '../calls/calls.reader';
import type { LiveCall } from '../live/domain/live-view';
import { isCallOf } from '../live/domain/own-call';
import { LiveReader } from '../live/live.reader';
import { SeatsReader } from '../seats/seats.reader';
import { CallNotesReader } from './call-notes.reader';

/** A call of the tenant, as the asker stands to it. */
export interface LookedAt {
  /** The agent that the asker is, if any. */
  agent: Agent | null;
  isOwn: boolean;
  /** The queue that it came from; null for none. */
  queue: string | null;
  startedAt: Date;
  /** It goes on, or is just over. */
  isOfLate: boolean;
}

/** Whose call it is or was: while it goes on, just after its end, and for as long as its record is kept. */
@Injectable()
export class OwnCalls {
  constructor(
    private readonly live: LiveReader,
    private readonly calls: CallsReader,
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
    private readonly notes: CallNotesReader,
  ) {}

  async look(principal: Principal, callUuid: string): Promise<LookedAt> {
    const agent = principal.kind === 'user' ? await this.agents.ofUser(principal.id) : null;
    const live = await this.live.callOfLate(callUuid);
    const kept = await this.calls.served(callUuid);
    if (!live && !kept) throw AppError.notFound();
    const startedAt = live ? new Date(live.startedAt) : (kept?.startedAt ?? new Date(0));
    const isOwn = agent !== null && ((await this.isLivesOf(agent, live)) || (await this.isKeptsOf(agent, callUuid, kept?.agents)));
    return { agent, isOwn, queue: live?.queue ?? kept?.queue ?? null, startedAt, isOfLate: live !== null };
  }

  private async isLivesOf(agent: Agent, live: LiveCall | null): Promise<boolean> {
    if (!live) return false;
    const seat = agent.signedInSeatId ? await this.seats.find(agent.signedInSeatId) : null;
    return live.agent === agent.number || isCallOf({ number: agent.number, extension: seat?.extension ?? null }, live);
  }

  /** Who has noted something on it was on it. */
  private async isKeptsOf({ number }: Agent, callUuid: string, agents: string[] = []): Promise<boolean> {
    return agents.includes(number) || this.notes.has(callUuid, number);
  }
}
