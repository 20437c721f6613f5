import { Injectable } from '@nestjs/common';
import type { FilePart } from '../../platform/http/file-part';
import { RecordingAudio } from './recording-audio.service';
import { RecordingsRepository } from './recordings.repository';

/** The narrow questions that other features may ask. */
@Injectable()
export class RecordingsReader {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly audio: RecordingAudio,
  ) {}

  /** @throws AppError gone where it was deleted or cannot be opened */
  audioOf(id: string, range: string | undefined): Promise<FilePart> {
    return this.audio.part(id, range);
  }

  /** When the audio of those was deleted that have none any more. */
  async deletions(ids: readonly string[]): Promise<Map<string, Date>> {
    const recordings = ids.length === 0 ? [] : await this.recordings.among(ids);
    return new Map(recordings.flatMap(({ id, deletedAt }) => (deletedAt ? [[id, deletedAt] as const] : [])));
  }
}
