import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { VOICEMAIL_STATES, type VoicemailState } from './domain/voicemail';
import { Voicemail } from './voicemail.entity';

export interface VoicemailFilter {
  state?: VoicemailState;
  queue?: string;
  callId?: string;
  /** Null for those of all queues. */
  queues: readonly string[] | null;
}

type Patch = Partial<Omit<Voicemail, 'tenantId' | 'id' | 'createdAt'>>;

const THERE = In([...VOICEMAIL_STATES]);

/** The only place that writes voicemails. Those that are still expected it alone sees. */
@Injectable()
export class VoicemailsRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  async page(request: PageRequest, { state, queue, callId, queues }: VoicemailFilter): Promise<Page<Voicemail>> {
    const asked = queue === undefined ? queues : (queues ?? [queue]).filter((name) => name === queue);
    if (asked?.length === 0) return { data: [], hasMore: false };
    return this.database.table(Voicemail).page(request, {
      state: state ?? THERE, ...(asked && { queue: In([...asked]) }), ...(callId !== undefined && { callId }),
    } as object);
  }

  find(id: string): Promise<Voicemail | null> {
    return this.database.table(Voicemail).findOne({ id, state: THERE });
  }

  /** Locked until the transaction ends. */
  lock(id: string): Promise<Voicemail | null> {
    return this.database.table(Voicemail).lockOne({ id, state: THERE });
  }

  /** Of any state. */
  among(ids: readonly string[]): Promise<Voicemail[]> {
    return this.database.table(Voicemail).find({ id: In([...ids]) });
  }

  ofNumber(numberIndex: Buffer): Promise<Voicemail[]> {
    return this.database.table(Voicemail).find({ numberIndex });
  }

  insert(voicemail: Omit<Voicemail, 'tenantId'>): Promise<void> {
    return this.database.table(Voicemail).insert(voicemail);
  }

  async save(id: string, patch: Patch): Promise<void> {
    await this.database.table(Voicemail).update({ id }, patch);
  }

  /** @returns false where it is there already */
  async complete(id: string, patch: Patch): Promise<boolean> {
    return (await this.database.table(Voicemail).update({ id, state: 'expected' }, { ...patch, state: 'new' })) === 1;
  }

  async removeExpected(id: string): Promise<void> {
    await this.database.table(Voicemail).remove({ id, state: 'expected' });
  }

  async forgetBefore(before: Date): Promise<void> {
    const old = { createdAt: LessThan(before) };
    await this.database.table(Voicemail).remove({ ...old, state: 'expected' });
    await this.database.table(Voicemail).update(old, { sealed: null, numberIndex: null, customerId: null });
  }
}
