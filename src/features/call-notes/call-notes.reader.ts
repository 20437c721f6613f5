import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { unseal } from '../../platform/encryption/sealed';
import { TenantKeys } from '../../platform/encryption/tenant-keys';
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
    private readonly keys: TenantKeys,
  ) {}

  /** In the order in which they were begun. */
  async ofCalls(callUuids: string[]): Promise<ReadNote[]> {
    if (callUuids.length === 0) return [];
    const notes = await this.database.table(CallNote).find({ callUuid: In(callUuids) }, { createdAt: 'ASC', id: 'ASC' });
    const keys = new Map<number, Buffer | null>();
    for (const { keyVersion } of notes) {
      if (!keys.has(keyVersion)) keys.set(keyVersion, await this.keys.ofVersion(keyVersion));
    }
    return notes.map((note) => readNote(note, keys.get(note.keyVersion) ?? null));
  }

  async has(callUuid: string, agent: string): Promise<boolean> {
    return (await this.database.table(CallNote).count({ callUuid, agent })) > 0;
  }
}

function readNote(note: CallNote, key: Buffer | null): ReadNote {
  const { callUuid, agent, sealed, wrapUpCode, writtenAt } = note;
  const text = key && unseal(key, placeOfNote(note), sealed).toString('utf8');
  return { callUuid, agent, text, wrapUpCode, writtenAt };
}
