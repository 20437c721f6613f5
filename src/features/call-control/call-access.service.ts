import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { type Agent, AgentsReader } from '../agents/agents.reader';
import type { LiveCall } from '../live/domain/live-view';
import { isOnCall } from '../live/domain/own-call';
import { LiveReader } from '../live/live.reader';
import { type Seat, SeatsReader } from '../seats/seats.reader';

/** A call that the asker may control, and the seat whose conversation it is. */
export interface ControlledCall {
  call: LiveCall;
  /** Null where nobody knows: another's call, whose agent has left his seat in the books. */
  seat: Seat | null;
  /** Whether it is the asker's own. */
  isOwn: boolean;
}

/** Who may control which call. */
@Injectable()
export class CallAccess {
  constructor(
    private readonly live: LiveReader,
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
  ) {}

  /** One's own call; others' calls for those who may set agents' status. */
  async controlled(principal: Principal, callUuid: string): Promise<ControlledCall> {
    const call = await this.goingOn(callUuid);
    const me = principal.kind === 'user' ? await this.agents.ofUser(principal.id) : null;
    const seat = await this.seatOf(me);
    if (me && isOnCall(seat?.extension ?? null, call)) return { call, seat, isOwn: true };
    if (!principal.permissions.includes('agents:status')) throw new AppError('forbidden', 'It is not your call.');
    const theirs = call.agent === null ? null : await this.agents.ofNumber(call.agent);
    return { call, seat: await this.seatOf(theirs), isOwn: false };
  }

  async goingOn(callUuid: string): Promise<LiveCall> {
    const call = await this.live.call(callUuid);
    if (!call) throw AppError.notFound();
    return call;
  }

  /** Where an agent sits now. */
  async seatOf(agent: Agent | null): Promise<Seat | null> {
    return agent?.signedInSeatId ? this.seats.find(agent.signedInSeatId) : null;
  }
}
