import { Injectable } from '@nestjs/common';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { everySpellingOf } from '../customers/domain/caller-number';
import { RecordingArchive } from '../recordings/domain/recording-archive';
import { VoicemailNumbers } from './domain/voicemail-numbers';
import { VoicemailsRepository } from './voicemails.repository';

@Injectable()
export class VoicemailNumbersService extends VoicemailNumbers {
  constructor(
    private readonly voicemails: VoicemailsRepository,
    private readonly recordings: RecordingArchive,
    private readonly seals: FieldSeals,
  ) {
    super();
  }

  override async forget(number: string): Promise<{ voicemails: number; recordingsDeleted: number }> {
    const seal = await this.seals.toRead();
    const report = { voicemails: 0, recordingsDeleted: 0 };
    for (const index of everySpellingOf(number).flatMap((spelling) => seal.index(spelling) ?? [])) {
      for (const { id, recordingId } of await this.voicemails.ofNumber(index)) {
        // the number stays with what is under a legal hold: by it the rest is found when the same is asked again
        if (recordingId !== null && !(await this.recordings.erase(recordingId))) continue;
        await this.voicemails.save(id, { sealed: null, numberIndex: null, customerId: null });
        report.voicemails += 1;
        if (recordingId !== null) report.recordingsDeleted += 1;
      }
    }
    return report;
  }

  override forgetBefore(before: Date): Promise<void> {
    return this.voicemails.forgetBefore(before);
  }
}
