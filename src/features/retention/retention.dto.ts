import { IdField, IntegerField, TextField, TimeField } from '../../platform/http/fields';
import { RETENTION_BOUNDS } from './domain/retention-terms';

const { recordingDays: RECORDINGS, numberDays: NUMBERS } = RETENTION_BOUNDS;

export class RetentionPolicyDto {
  @IntegerField({ min: RECORDINGS.least, max: RECORDINGS.most, example: 180, description: 'Then recordings are deleted, but those under a legal hold.' })
  recordingDays: number;

  @IntegerField({
    min: NUMBERS.least,
    max: NUMBERS.most,
    example: 730,
    description: 'Then the numbers of outside parties go from calls, legs and billed usage; times and amounts stay.',
  })
  numberDays: number;
}

export class RetentionRunDto {
  @IdField('retentionRun')
  id: string;

  @TimeField()
  createdAt: Date;

  @TimeField({ nullable: true, description: 'Null while it runs, and where it was cut short.' })
  endedAt: Date | null;

  @IntegerField({ example: 180, description: 'As the policy was.' })
  recordingDays: number;

  @IntegerField({ example: 730 })
  numberDays: number;

  @IntegerField({ example: 12 })
  recordingsDeleted: number;

  @IntegerField({ example: 1, description: 'Due, but under a legal hold.' })
  recordingsHeld: number;

  @IntegerField({ example: 40 })
  callsBlanked: number;

  @IntegerField({ example: 80 })
  legsBlanked: number;

  @IntegerField({ example: 21 })
  usageBlanked: number;

  @IntegerField({ example: 0, description: 'What could not be done and is tried again the next day.' })
  failures: number;

  @TextField({ nullable: true, max: 500, example: null, description: "The last failure's reason." })
  problem: string | null;
}
