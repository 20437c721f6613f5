import { Injectable } from '@nestjs/common';
import { SealBroken } from '../../platform/encryption/sealed';
import { TenantKeys } from '../../platform/encryption/tenant-keys';
import { AppError } from '../../platform/errors/app-error';
import type { FilePart } from '../../platform/http/file-part';
import { Log } from '../../platform/logging/log';
import { readByteRange } from './domain/byte-range';
import type { Recording } from './recording.entity';
import { RecordingStore } from './recording-store';
import { RecordingsRepository } from './recordings.repository';

/** A recording's audio, opened as it is sent. */
@Injectable()
export class RecordingAudio {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly store: RecordingStore,
    private readonly keys: TenantKeys,
    private readonly log: Log,
  ) {}

  /** @throws AppError gone where it was deleted, its key destroyed, or the file is not the one that was written */
  async part(id: string, range: string | undefined): Promise<FilePart> {
    const recording = await this.recordings.find(id);
    if (!recording) throw AppError.notFound();
    if (recording.deletedAt) throw new AppError('gone', 'The recording was deleted.');
    const { bytes: size } = recording;
    const asked = readByteRange(range, size);
    if (asked === 'unsatisfiable') throw new AppError('range_not_satisfiable', `The recording has ${size} bytes.`);
    const isPart = asked !== 'whole';
    const { start, end } = isPart ? asked : { start: 0, end: size - 1 };
    const secret = await this.keys.ofVersion(recording.keyVersion);
    if (!secret) throw new AppError('gone', 'The key of the recording was destroyed: it is erased.');
    const chunks = await this.begun(recording, this.store.read(recording, secret, { bytes: size, start, end }));
    return { type: 'audio/wav', size, start, end, isPart, chunks };
  }

  async download(id: string, range: string | undefined): Promise<FilePart> {
    return { ...(await this.part(id, range)), saveAs: `${id}.wav` };
  }

  /** With the first chunk opened: what is wrong with the file is mostly known before anything is answered. */
  private async begun(recording: Recording, chunks: AsyncGenerator<Buffer>): Promise<AsyncGenerator<Buffer>> {
    try {
      const first = await chunks.next();
      return continued(first, chunks);
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isMissing && !(error instanceof SealBroken)) throw error;
      this.log.error({ err: error, recordingId: recording.id }, 'a recording is missing or not what was written');
      throw new AppError('gone', isMissing ? 'The file of the recording is missing.' : 'The file of the recording is damaged.');
    }
  }
}

async function* continued(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
