import { PartialType } from '@nestjs/swagger';
import { BooleanField, TextField, TimeField } from '../../platform/http/fields';
import { SOUND_NAME } from '../sounds/domain/sound-name';

const MESSAGE = { nullable: true, max: 60, pattern: SOUND_NAME.pattern, patternRule: SOUND_NAME.rule, example: 'evacuated' };
const REASON = { max: 200, example: 'The building is being evacuated' };

export class StartEmergencyDto {
  @TextField({ ...MESSAGE, optional: true, min: 1, description: 'The sound that callers hear; null, or left out, for the built-in `closed`.' })
  message?: string | null;

  @TextField({ ...REASON, description: "For the tenant's own people: callers do not hear it." })
  reason: string;
}

export class ChangeEmergencyDto extends PartialType(StartEmergencyDto, { skipNullProperties: false }) {}

export class EmergencyDto {
  @BooleanField({ example: true, description: 'Whether every number answers with the message alone. All else is null while it is off.' })
  active: boolean;

  @TextField({ ...MESSAGE, description: 'Null for the built-in `closed`.' })
  message: string | null;

  @TextField({ ...REASON, nullable: true })
  reason: string | null;

  @TimeField({ nullable: true })
  since: Date | null;

  @TextField({ nullable: true, min: 0, max: 200, example: 'admin@pharma.seatline.test' })
  startedBy: string | null;
}
