import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { type DeletionReason, Recording } from './recording.entity';
import { RecordingPause } from './recording-pause.entity';

const DUPLICATE = 1062;

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

  /** Those that began before an instant and are still there. */
  begunBefore(before: Date, legalHold: boolean): Promise<Recording[]> {
    return this.database.table(Recording).find({ startedAt: LessThan(before), deletedAt: IsNull(), legalHold });
  }

  pausesOf(callUuids: string[]): Promise<RecordingPause[]> {
    return this.database.table(RecordingPause).find({ callUuid: In(callUuids) }, { pausedAt: 'ASC' });
  }
}
