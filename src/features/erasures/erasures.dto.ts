import { IdField, IntegerField, TextField, TimeField } from '../../platform/http/fields';

export class EraseDto {
  @TextField({
    min: 7,
    max: 60,
    example: '13800138001',
    description: 'The number, however it is written. Shorter ones are extensions and service numbers, and nobody\'s own.',
  })
  number: string;
}

export class ErasureDto {
  @IdField('erasure')
  id: string;

  @TimeField()
  createdAt: Date;

  @IntegerField({ example: 3, description: 'Calls that no longer name the number; times and outcomes stay.' })
  calls: number;

  @IntegerField({ example: 0, description: 'Calls with a recording under a legal hold, or usage that is not billed yet: erase again when they are free.' })
  callsKept: number;

  @IntegerField({ example: 6 })
  legs: number;

  @IntegerField({ example: 1, description: 'Billed usage that no longer names it; amounts stay.' })
  usageRecords: number;

  @IntegerField({ example: 0, description: 'Usage that is not billed yet.' })
  usageKept: number;

  @IntegerField({ example: 2 })
  recordingsDeleted: number;

  @IntegerField({ example: 1, description: 'The customer who had the number, with all else that was kept of it.' })
  customers: number;

  @IntegerField({ example: 0, description: 'Callbacks to the number, forgotten; open ones are cancelled.' })
  callbacks: number;

  @IntegerField({ example: 0, description: 'Voicemails from the number, forgotten; what was said in them is among the recordings that are deleted.' })
  voicemails: number;

  @IntegerField({ example: 0, description: 'SMS and e-mails to the number, and those of its calls: forgotten, and no longer sent.' })
  notices: number;

  @IntegerField({ example: 0, description: 'Under a legal hold, and still there.' })
  recordingsHeld: number;
}
