import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { localDateOf } from '../../platform/time/calendar';
import { TenantsReader } from '../tenants/tenants.reader';
import type { CallNotesDto, WriteCallNoteDto } from './call-notes.dto';
import { CallNotesReader } from './call-notes.reader';
import { CallNotesRepository } from './call-notes.repository';
import { NoteCodes } from './note-codes.service';
import { OwnCalls } from './own-calls.service';

/** What agents note about their calls. */
@Injectable()
export class CallNotesService {
  constructor(
    private readonly own: OwnCalls,
    private readonly notes: CallNotesReader,
    private readonly repository: CallNotesRepository,
    private readonly codes: NoteCodes,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  async read(principal: Principal, callUuid: string): Promise<CallNotesDto> {
    const { isOwn } = await this.own.look(principal, callUuid);
    if (!isOwn && !principal.permissions.includes('personal-data:read')) throw notYours();
    return { callUuid, notes: await this.notes.ofCalls([callUuid]) };
  }

  async write(principal: Principal, callUuid: string, { text = '', wrapUpCode = null }: WriteCallNoteDto): Promise<CallNotesDto> {
    const { agent, isOwn, queue, startedAt, isOfLate } = await this.own.look(principal, callUuid);
    if (!agent || !isOwn) throw notYours();
    const { timezone } = await this.tenants.current();
    const isToday = localDateOf(startedAt, timezone) === localDateOf(this.clock.now(), timezone);
    if (!isToday && !isOfLate) throw new AppError('conflict', "The call's day is over: its notes stay as they are.");
    const note = { callUuid, agent: agent.number, queue, text, wrapUpCode };
    await this.codes.within(note, queue, () => this.repository.write(note));
    return { callUuid, notes: await this.notes.ofCalls([callUuid]) };
  }
}

function notYours(): AppError {
  return new AppError('forbidden', 'It is not your call.');
}
