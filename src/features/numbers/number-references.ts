import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import { CalendarsReader } from '../calendars/calendars.reader';
import { IvrScriptsReader } from '../ivr-scripts/ivr-scripts.reader';
import { QueuesReader } from '../queues/queues.reader';
import { UNKNOWN_SOUND } from '../sounds/domain/sound-name';
import { SoundsReader } from '../sounds/sounds.reader';
import type { PhoneNumber } from './number.entity';
import type { ChangeNumberDto } from './numbers.dto';

/** Whether what a number refers to is there. */
@Injectable()
export class NumberReferences {
  constructor(
    private readonly queues: QueuesReader,
    private readonly calendars: CalendarsReader,
    private readonly sounds: SoundsReader,
    private readonly scripts: IvrScriptsReader,
  ) {}

  /** @throws AppError invalid_request at the field whose object is not the tenant's */
  async check(body: ChangeNumberDto, before: PhoneNumber | null): Promise<void> {
    const { queueId, calendarId, ivr } = body;
    if (queueId !== undefined && ![...(await this.queues.idsByName()).values()].includes(queueId)) {
      throw AppError.invalid('/queue_id', 'must be a queue of this tenant');
    }
    if (calendarId && !(await this.calendars.exists(calendarId))) {
      throw AppError.invalid('/calendar_id', 'must be a calendar of this tenant');
    }
    if (ivr && !(await this.scripts.holdKnown(ivr))) throw AppError.invalid('/ivr', 'must be an IVR script of this tenant');
    await this.checkScriptsByHours(body);
    await this.checkSound('greeting', body, before);
    await this.checkSound('closed', body, before);
  }

  /** No foreign key holds what stands in the list: what it names is held until the transaction ends. */
  private async checkScriptsByHours({ scriptsByHours = [] }: ChangeNumberDto): Promise<void> {
    for (const [index, { calendarId, ivr }] of scriptsByHours.entries()) {
      const at = `/scripts_by_hours/${index}`;
      if (!(await this.calendars.holdKnown(calendarId))) throw AppError.invalid(`${at}/calendar_id`, 'must be a calendar of this tenant');
      if (!(await this.scripts.holdKnown(ivr))) throw AppError.invalid(`${at}/ivr`, 'must be an IVR script of this tenant');
    }
  }

  /** What it played before is not asked for again: a sound that the platform ships no longer must not stop other changes. */
  private async checkSound(field: 'greeting' | 'closed', body: ChangeNumberDto, before: PhoneNumber | null): Promise<void> {
    const name = body[field];
    if (!name || name === before?.[field]) return;
    if (!(await this.sounds.holdKnown(name))) throw AppError.invalid(`/${field}`, UNKNOWN_SOUND);
  }
}
