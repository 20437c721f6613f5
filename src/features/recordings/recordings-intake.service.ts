import { unlink } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { type DataKey, TenantKeys } from '../../platform/encryption/tenant-keys';
import { type RecordingName, RecordingStore } from './recording-store';
import { RecordingsRepository } from './recordings.repository';
import { type SpooledRecording, withSpooledRecording } from './spooled-recording';

export interface Candidate extends RecordingName {
  path: string;
  callId: string | null;
}

/** Takes recordings over from the switch: sealed, in the books, and only then gone from the switch's disk. */
@Injectable()
export class RecordingsIntake {
  constructor(
    private readonly database: TenantDatabase,
    private readonly recordings: RecordingsRepository,
    private readonly store: RecordingStore,
    private readonly keys: TenantKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Killed at any point it has lost nothing: the plain file goes last, and taking it in again finds the row, or writes
   * over what has none.
   * @returns false where there is nothing to take in now
   */
  async takeIn(candidate: Candidate): Promise<boolean> {
    const key = await this.keys.current();
    const done = await withSpooledRecording(candidate.path, this.clock.now(), async (spooled) => {
      await this.database.transaction(() => this.keep(candidate, spooled, key));
      return true;
    });
    if (!done) return false;
    await unlink(candidate.path).catch(isGone);
    return true;
  }

  /** The row's lock is held until the file is there, so that no two write the same one. */
  private async keep({ node, callUuid, callId }: Candidate, spooled: SpooledRecording, key: DataKey): Promise<void> {
    const id = newId('recording');
    const isNew = await this.recordings.claim({
      id,
      createdAt: this.clock.now(),
      node,
      callUuid,
      callId,
      startedAt: new Date(spooled.lastWrittenAt - spooled.durationSeconds * 1000),
      durationSeconds: spooled.durationSeconds,
      bytes: spooled.bytes,
      keyVersion: key.version,
      digest: '',
      legalHold: false,
      deletedAt: null,
      deletedBecause: null,
    });
    if (!isNew) return;
    const { digest } = await this.store.write({ node, callUuid }, key, spooled.chunks());
    await this.recordings.setDigest(id, digest);
  }
}

/** Another worker deleted it. */
function isGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
