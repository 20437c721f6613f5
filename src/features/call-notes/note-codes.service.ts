import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { WrapUpCodesReader } from '../wrap-up-codes/wrap-up-codes.reader';
import { CallNote } from './call-note.entity';

/** The wrap-up codes that notes may have. */
@Injectable()
export class NoteCodes {
  constructor(
    private readonly codes: WrapUpCodesReader,
    private readonly database: TenantDatabase,
  ) {}

  /** Does the work while the code is held. What the note has already it keeps, though nobody may choose it any more. */
  within<T>(note: Pick<CallNote, 'callUuid' | 'agent' | 'wrapUpCode'>, queue: string | null, work: () => Promise<T>): Promise<T> {
    const { callUuid, agent, wrapUpCode } = note;
    return this.database.transaction(async () => {
      if (wrapUpCode === null || (await this.codes.holdOffered(wrapUpCode, queue))) return work();
      if ((await this.database.table(CallNote).count({ callUuid, agent, wrapUpCode })) > 0) return work();
      throw AppError.invalid('/wrap_up_code', "must be the code of an active wrap-up code that is offered for the call's queue");
    });
  }
}
