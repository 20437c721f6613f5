import { unlink } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { type DataKey, TenantKeys } from '../../platform/encryption/tenant-keys';
import { ExpectedMessages } from './domain/expected-messages';
import { speechEnd } from './domain/speech-end';
import { type RecordingName, RecordingStore } from './recording-store';
import { RecordingsRepository } from './recordings.repository';
import { type SpooledRecording, withSpooledRecording } from './spooled-recording';

export interface Candidate extends RecordingName {
  path: string;
  callId: string | null;
}

/** A message shorter than so many seconds is none: somebody who has hung up, or said nothing. */
const SHORTEST_MESSAGE = 1;

/** Takes recordings over from the switch: sealed, in the books, and only then gone from the switch's disk. */
@Injectable()
export class RecordingsIntake {
  constructor(
    private readonly database: TenantDatabase,
    private readonly recordings: RecordingsRepository,
    private readonly store: RecordingStore,
    private readonly messages: ExpectedMessages,
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
      if (candidate.voicemailId !== '' && (await speechEnd(spooled.samples(), spooled.bytesPerSecond)) < SHORTEST_MESSAGE) return 'none';
      await this.database.transaction(() => this.keep(candidate, spooled, key));
      return 'kept';
    });
    if (!done) return false;
    await unlink(candidate.path).catch(isGone);
    // last: a file whose message nobody expects any more would stay
    if (done === 'none') await this.messages.wasNone(candidate.voicemailId);
    return true;
  }

  /** The row's lock is held until the file is there, so that no two write the same one. */
  private async keep({ node, callUuid, voicemailId, callId }: Candidate, spooled: SpooledRecording, key: DataKey): Promise<void> {
    const id = newId('recording');
    const isNew = await this.recordings.claim({
      id,
      createdAt: this.clock.now(),
      node,
      callUuid,
      voicemailId,
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
    const { digest } = await this.store.write({ node, callUuid, voicemailId }, key, spooled.chunks());
    await this.recordings.setDigest(id, digest);
    if (voicemailId !== '') await this.messages.arrived({ id: voicemailId, recordingId: id, callId, durationSeconds: spooled.durationSeconds });
  }
}

/** Another worker deleted it. */
function isGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
