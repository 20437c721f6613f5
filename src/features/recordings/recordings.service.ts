import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import type { Page } from '../../platform/http/page';
import { RecordingArchive } from './domain/recording-archive';
import type { DeletionReason, Recording } from './recording.entity';
import { RecordingStore } from './recording-store';
import type { RecordingDto, RecordingsRequest } from './recordings.dto';
import { RecordingsRepository } from './recordings.repository';

/** Recordings as people look them up, hold and delete them. */
@Injectable()
export class RecordingsService extends RecordingArchive {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly store: RecordingStore,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  async page({ callId, ...request }: RecordingsRequest): Promise<Page<RecordingDto>> {
    const { data, hasMore } = await this.recordings.page(request, callId);
    return { data: await this.withPauses(data), hasMore };
  }

  async get(id: string): Promise<RecordingDto> {
    const recording = await this.recordings.find(id);
    if (!recording) throw AppError.notFound();
    const [shown] = await this.withPauses([recording]);
    return shown as RecordingDto;
  }

  async hold(id: string, legalHold: boolean): Promise<RecordingDto> {
    await this.database.transaction(async () => {
      const recording = await this.recordings.lock(id);
      if (!recording) throw AppError.notFound();
      if (recording.deletedAt) throw new AppError('gone', 'The recording was deleted.');
      await this.recordings.setLegalHold(id, legalHold);
    });
    return this.get(id);
  }

  /**
   * The file goes first: cut short between the two, the row says that it is there, and deleting again mends it. Deleting
   * what is deleted changes nothing.
   */
  async remove(id: string, because: DeletionReason): Promise<void> {
    await this.database.transaction(async () => {
      const recording = await this.recordings.lock(id);
      if (!recording) throw AppError.notFound();
      if (recording.legalHold) throw new AppError('conflict', 'The recording is under a legal hold.');
      await this.store.remove(recording);
      if (!recording.deletedAt) await this.recordings.markDeleted(id, this.clock.now(), because);
    });
  }

  override due(before: Date): AsyncIterable<string> {
    return this.recordings.due(before);
  }

  override held(before: Date): Promise<number> {
    return this.recordings.countHeld(before);
  }

  override delete(id: string): Promise<void> {
    return this.remove(id, 'retention');
  }

  override async erase(id: string): Promise<boolean> {
    if ((await this.recordings.find(id))?.legalHold) return false;
    await this.remove(id, 'request');
    return true;
  }

  override async deleteOfCall(callId: string): Promise<{ deleted: number; held: number }> {
    const recordings = (await this.recordings.ofCall(callId)).filter(({ deletedAt }) => deletedAt === null);
    const free = recordings.filter(({ legalHold }) => !legalHold);
    for (const { id } of free) await this.remove(id, 'request');
    return { deleted: free.length, held: recordings.length - free.length };
  }

  private async withPauses(recordings: Recording[]): Promise<RecordingDto[]> {
    const pauses = await this.recordings.pausesOf(recordings.map(({ callUuid }) => callUuid));
    return recordings.map((each) => ({ ...each, voicemailId: each.voicemailId || null, pauses: pauses.filter(({ callUuid }) => callUuid === each.callUuid && each.voicemailId === '') }));
  }
}
