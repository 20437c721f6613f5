import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { ChosenCodes } from '../wrap-up-codes/domain/chosen-codes';
import { CallNote } from './call-note.entity';

/** The codes that stand with agents' notes. */
@Injectable()
export class CodesOfNotes extends ChosenCodes {
  constructor(private readonly database: TenantDatabase) {
    super();
  }

  override async isChosen(wrapUpCode: string): Promise<boolean> {
    return (await this.database.table(CallNote).findOne({ wrapUpCode })) !== null;
  }

  override async hasChosen(callUuid: string, agent: string): Promise<boolean> {
    return (await this.database.table(CallNote).count({ callUuid, agent, wrapUpCode: Not(IsNull()) })) > 0;
  }
}
