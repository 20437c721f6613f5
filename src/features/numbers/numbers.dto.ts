import { OmitType, PartialType } from '@nestjs/swagger';
import { BooleanField, IdField, ListField, TextField, TimeField } from '../../platform/http/fields';
import { SOUND_NAME } from '../sounds/domain/sound-name';
import { MOST_SCRIPTS_BY_HOURS } from './domain/scripts-by-hours';
import { NAME } from '../tenants/domain/text-rules';

const sound = { nullable: true, max: 60, pattern: SOUND_NAME.pattern, patternRule: SOUND_NAME.rule };

const script = { max: 41, pattern: NAME.pattern, patternRule: NAME.rule };

export class ScriptByHoursDto {
  @IdField('calendar')
  calendarId: string;

  @TextField({ ...script, example: 'night-line', description: 'The IVR script that leads while the calendar is open, once it is published.' })
  ivr: string;
}

export class NumberDto {
  @IdField('number')
  id: string;

  @TextField({
    max: 30,
    example: '+862160010001',
    description: 'E.164, or a national service number such as 4008001001; spaces, hyphens and brackets are dropped.',
  })
  number: string;

  @IdField('queue', { description: 'The queue that its callers wait in.' })
  queueId: string;

  @IdField('calendar', { nullable: true, description: 'Its opening hours; null is always open.' })
  calendarId: string | null;

  @TextField({ ...sound, example: 'welcome', description: 'The sound that callers hear first.' })
  greeting: string | null;

  @TextField({ ...sound, example: 'closed', description: 'The sound that callers hear outside the hours.' })
  closed: string | null;

  @TextField({ ...script, nullable: true, example: 'main-menu', description: 'The IVR script that leads its callers, once it is published.' })
  ivr: string | null;

  @ListField(() => ScriptByHoursDto, {
    max: MOST_SCRIPTS_BY_HOURS,
    description: 'The first one whose calendar is open when somebody calls leads, before `ivr`; a script that is not published is passed over.',
  })
  scriptsByHours: ScriptByHoursDto[];

  @BooleanField({
    example: false,
    description: 'A number to try scripts: its callers hear the draft of the script that leads them, or what is published while the check finds an error in the draft.',
  })
  testsDraft: boolean;

  @TimeField({ description: 'When its lease began.' })
  leasedFrom: Date;
}

const OPTIONAL = { skipNullProperties: false } as const;

export class ChangeNumberDto extends PartialType(
  OmitType(NumberDto, ['id', 'number', 'leasedFrom'] as const),
  OPTIONAL,
) {}

export class CreateNumberDto extends PartialType(
  OmitType(NumberDto, ['id', 'number', 'queueId', 'leasedFrom'] as const),
  OPTIONAL,
) {
  @TextField({ max: 30, example: '+862160010001', description: 'E.164, or a national service number.' })
  number: string;

  @IdField('queue')
  queueId: string;
}
