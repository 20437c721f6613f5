import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { Outbox } from '../../platform/events/outbox';
import { CallNote } from './call-note.entity';
import './call-notes.events';
import { KeptNotes } from './domain/kept-notes';
import { placeOfNote } from './domain/place-of-note';

export interface WrittenNote {
  callUuid: string;
  agent: string;
  /** Which the call came from. */
  queue: string | null;
  text: string;
  wrapUpCode: string | null;
}

/** The only place that writes notes. */
@Injectable()
export class CallNotesRepository extends KeptNotes {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** An agent's note about a call; written again, it is the same one. */
  async write({ callUuid, agent, queue, text, wrapUpCode }: WrittenNote): Promise<void> {
    const seal = await this.seals.toWrite();
    const writtenAt = this.clock.now();
    const content = { sealed: seal.seal(placeOfNote({ callUuid, agent }), text), wrapUpCode, writtenAt };
    await this.database.transaction(async () => {
      const table = this.database.table(CallNote);
      const before = await table.lockOne({ callUuid, agent });
      if (before) await table.update({ id: before.id }, content);
      else await table.insert({ id: newId('callNote'), createdAt: writtenAt, callUuid, agent, ...content });
      if ((before?.wrapUpCode ?? null) === wrapUpCode) return;
      await this.outbox.add('call.wrap_up_code_chosen', { callUuid, agent, queue, wrapUpCode, at: writtenAt.getTime() });
    });
  }

  override async forgetBefore(before: Date): Promise<void> {
    await this.database.table(CallNote).remove({ createdAt: LessThan(before) });
  }

  override async forgetCall(callUuid: string): Promise<void> {
    await this.database.table(CallNote).remove({ callUuid });
  }
}
