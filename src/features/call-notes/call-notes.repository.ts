import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { CallNote } from './call-note.entity';
import { KeptNotes } from './domain/kept-notes';
import { placeOfNote } from './domain/place-of-note';

export interface WrittenNote {
  callUuid: string;
  agent: string;
  text: string;
  wrapUpCode: string | null;
}

/** The only place that writes notes. */
@Injectable()
export class CallNotesRepository extends KeptNotes {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** An agent's note about a call; written again, it is the same one. */
  async write({ callUuid, agent, text, wrapUpCode }: WrittenNote): Promise<void> {
    const seal = await this.seals.toWrite();
    const writtenAt = this.clock.now();
    const content = { sealed: seal.seal(placeOfNote({ callUuid, agent }), text), wrapUpCode, writtenAt };
    await this.database.transaction(async () => {
      const table = this.database.table(CallNote);
      if ((await table.update({ callUuid, agent }, content)) > 0) return;
      await table.insert({ id: newId('callNote'), createdAt: writtenAt, callUuid, agent, ...content });
    });
  }

  override async forgetBefore(before: Date): Promise<void> {
    await this.database.table(CallNote).remove({ createdAt: LessThan(before) });
  }

  override async forgetCall(callUuid: string): Promise<void> {
    await this.database.table(CallNote).remove({ callUuid });
  }
}
