import { PickType } from '@nestjs/swagger';
import { BooleanField, ChoiceField, IdField, TextField, TimeField } from '../../platform/http/fields';
import { EXTENSION } from '../tenants/domain/text-rules';
import { SUSPENSIONS } from './domain/suspension';

export class SeatDto {
  @IdField('seat')
  id: string;

  @TextField({ max: 6, pattern: EXTENSION.pattern, patternRule: EXTENSION.rule, example: '1001' })
  extension: string;

  @BooleanField({ description: 'Whether a phone can register: false until credentials were made.' })
  hasCredentials: boolean;

  @IdField('number', { nullable: true, description: "The number that its calls present; null for the tenant's first." })
  callerNumberId: string | null;

  @TimeField({ nullable: true, description: 'While set the seat can neither register nor call.' })
  suspendedAt: Date | null;

  @ChoiceField(SUSPENSIONS, { nullable: true, example: 'too-many-calls', description: 'Why it is suspended.' })
  suspension: string | null;

  @TimeField({ description: 'When its lease began.' })
  leasedFrom: Date;
}

export class CreateSeatDto extends PickType(SeatDto, ['extension'] as const) {}

export class ChangeSeatDto extends PickType(SeatDto, ['callerNumberId'] as const) {}

export class SeatCredentialsDto {
  @TextField({ max: 6, example: '1001' })
  sipUser: string;

  @TextField({ max: 190, example: 'pharma.seatline.test' })
  sipDomain: string;

  @TextField({ example: 'Zt9mYvC3n8Wq5RfL2xKp', description: 'Shown here and never again.' })
  secret: string;
}
