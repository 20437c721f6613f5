import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { type DeletionReason, Recording } from './recording.entity';
import { RecordingPause } from './recording-pause.entity';

const DUPLICATE = 1062;
const PORTION = 500;

/** The only place that writes recordings. */
@Injectable()
export class RecordingsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest, callId: string | undefined): Promise<Page<Recording>> {
    return this.database.table(Recording).page(request, { ...(callId !== undefined && { callId }) });
  }

  find(id: string): Promise<Recording | null> {
    return this.database.table(Recording).findOne({ id });
  }

  ofCall(callId: string): Promise<Recording[]> {
    return this.database.table(Recording).find({ callId });
  }

  among(ids: readonly string[]): Promise<Recording[]> {
    return this.database.table(Recording).find({ id: In([...ids]) });
  }

  lock(id: string): Promise<Recording | null> {
    return this.database.table(Recording).lockOne({ id });
  }

  /** Waits for whoever is taking in the same one. @returns false where it is in already. */
  async claim(recording: Omit<Recording, 'tenantId'>): Promise<boolean> {
    try {
      await this.database.table(Recording).insert(recording);
      return true;
    } catch (error) {
      if ((error as { errno?: number }).errno === DUPLICATE) return false;
      throw error;
    }
  }

  async setDigest(id: string, digest: string): Promise<void> {
    await this.database.table(Recording).update({ id }, { digest });
  }

  async setLegalHold(id: string, legalHold: boolean): Promise<void> {
    await this.database.table(Recording).update({ id }, { legalHold });
  }

  async markDeleted(id: string, deletedAt: Date, deletedBecause: DeletionReason): Promise<void> {
    await this.database.table(Recording).update({ id }, { deletedAt, deletedBecause });
  }

  /** The ids of those that began before an instant, are still there and under no legal hold; each once. */
  async *due(before: Date): AsyncGenerator<string> {
    for (let last = ''; ; ) {
      const rows = await this.database
        .table(Recording)
        .query('recording')
        .andWhere('recording.deletedAt IS NULL AND recording.legalHold = 0')
        .andWhere('recording.id > :last AND recording.startedAt < :before', { last, before })
        .orderBy('recording.id')
        .limit(PORTION)
        .getMany();
      for (const { id } of rows) yield id;
      if (rows.length < PORTION) return;
      last = rows.at(-1)?.id ?? last;
    }
  }

  countHeld(before: Date): Promise<number> {
    return this.database.table(Recording).count({ startedAt: LessThan(before), deletedAt: IsNull(), legalHold: true });
  }

  pausesOf(callUuids: string[]): Promise<RecordingPause[]> {
    return this.database.table(RecordingPause).find({ callUuid: In(callUuids) }, { pausedAt: 'ASC' });
  }
}
