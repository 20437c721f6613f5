import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import type { Agent } from '../agents/agents.reader';
import { HandTopicsReader } from '../hand-topics/hand-topics.reader';
import { isCallOf } from '../live/domain/own-call';
import { LiveReader } from '../live/live.reader';
import { SeatsReader } from '../seats/seats.reader';
import type { RaiseHandDto } from './hands.dto';

/** What a hand may be raised for, and when. */
@Injectable()
export class HandChecks {
  constructor(
    private readonly topics: HandTopicsReader,
    private readonly live: LiveReader,
    private readonly seats: SeatsReader,
  ) {}

  async check(agent: Agent, { topic, callUuid }: RaiseHandDto): Promise<void> {
    if (agent.status === 'logged_out') throw new AppError('conflict', 'Sign in as an agent first: a hand is lowered when its agent signs out.');
    if (!(await this.topics.has(topic))) throw AppError.invalid('/topic', "must be the code of one of the tenant's topics for raised hands");
    if (callUuid !== undefined && !(await this.isOwnCall(agent, callUuid))) {
      throw AppError.invalid('/call_uuid', 'must be a call of yours that goes on or is just over');
    }
  }

  private async isOwnCall({ number, signedInSeatId }: Agent, callUuid: string): Promise<boolean> {
    const call = await this.live.callOfLate(callUuid);
    if (!call) return false;
    const seat = signedInSeatId ? await this.seats.find(signedInSeatId) : null;
    return call.agent === number || isCallOf({ number, extension: seat?.extension ?? null }, call);
  }
}
