import { BooleanField, ChoiceField, IdField, IntegerField, ListField, TextField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';

export class RecordingsRequest extends PageRequest {
  @IdField('call', { optional: true, description: 'Only those of this call.' })
  callId?: string;
}

export class RecordingPauseDto {
  @TimeField()
  pausedAt: Date;

  @TimeField({ nullable: true, description: 'Null where it lasted to the end of the call.' })
  resumedAt: Date | null;
}

export class RecordingDto {
  @IdField('recording')
  id: string;

  @IdField('call', { nullable: true, description: 'Null where the call never came into the books.' })
  callId: string | null;

  @TextField({ max: 36, example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: "The switch's name of the call." })
  callUuid: string;

  @IdField('voicemail', { nullable: true, example: null, description: 'The message that it holds; null for the recording of the call itself.' })
  voicemailId: string | null;

  @TimeField()
  startedAt: Date;

  @IntegerField({ example: 93 })
  durationSeconds: number;

  @IntegerField({ example: 2976044, description: 'Of the WAV file.' })
  bytes: number;

  @TextField({ min: 43, max: 43, example: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg', description: 'SHA-256 of the sealed file, base64url.' })
  digest: string;

  @ListField(() => RecordingPauseDto, { description: 'Spans in which the recording holds silence.' })
  pauses: RecordingPauseDto[];

  @BooleanField({ example: false, description: 'Nothing deletes it while this is set.' })
  legalHold: boolean;

  @TimeField({ nullable: true, example: null, description: 'When its audio was deleted.' })
  deletedAt: Date | null;

  @ChoiceField(['request', 'retention'], { nullable: true, example: null })
  deletedBecause: string | null;
}

/** Whether a call's recording holds silence now. */
export class RecordingStateDto {
  @TextField({ max: 36, example: '4f236891-fbee-42a6-9673-d7b573c5a171' })
  callUuid: string;

  @BooleanField({ example: true })
  paused: boolean;
}

export class ChangeRecordingDto {
  @BooleanField({ example: true })
  legalHold: boolean;
}
