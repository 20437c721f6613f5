import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { CallNote } from './call-note.entity';
import { placeOfNote } from './domain/place-of-note';

export interface ReadNote {
  callUuid: string;
  agent: string;
  /** Null where the key that sealed it has been destroyed. */
  text: string | null;
  wrapUpCode: string | null;
  writtenAt: Date;
}

/** Notes as they read. */
@Injectable()
export class CallNotesReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
  ) {}

  /** In the order in which they were begun. */
  async ofCalls(callUuids: string[]): Promise<ReadNote[]> {
    if (callUuids.length === 0) return [];
    const notes = await this.database.table(CallNote).find({ callUuid: In(callUuids) }, { createdAt: 'ASC', id: 'ASC' });
    const seal = await this.seals.toRead();
    return notes.map(({ callUuid, agent, sealed, wrapUpCode, writtenAt }) => {
      const text = seal.open(placeOfNote({ callUuid, agent }), sealed);
      return { callUuid, agent, text, wrapUpCode, writtenAt };
    });
  }

  /** The wrap-up codes of each call, the first one first, none twice; a call without any is not named. */
  async codesOfCalls(callUuids: string[]): Promise<Map<string, string[]>> {
    if (callUuids.length === 0) return new Map();
    const where = { callUuid: In(callUuids), wrapUpCode: Not(IsNull()) };
    const notes = await this.database.table(CallNote).find(where, { createdAt: 'ASC', id: 'ASC' });
    const codes = new Map<string, string[]>();
    for (const { callUuid, wrapUpCode } of notes) {
      codes.set(callUuid, [...new Set([...(codes.get(callUuid) ?? []), wrapUpCode ?? ''])]);
    }
    return codes;
  }

  async has(callUuid: string, agent: string): Promise<boolean> {
    return (await this.database.table(CallNote).count({ callUuid, agent })) > 0;
  }
}
