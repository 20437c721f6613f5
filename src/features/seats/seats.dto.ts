import { PickType } from '@nestjs/swagger';
import { BooleanField, IdField, TextField, TimeField } from '../../platform/http/fields';
import { EXTENSION } from '../tenants/domain/text-rules';

export class SeatDto {
  @IdField('seat')
  id: string;

  @TextField({ max: 6, pattern: EXTENSION.pattern, patternRule: EXTENSION.rule, example: '1001' })
  extension: string;

  @BooleanField({ description: 'Whether a phone can register: false until credentials were made.' })
  hasCredentials: boolean;

  @TimeField({ description: 'When its lease began.' })
  leasedFrom: Date;
}

export class CreateSeatDto extends PickType(SeatDto, ['extension'] as const) {}

export class SeatCredentialsDto {
  @TextField({ max: 6, example: '1001' })
  sipUser: string;

  @TextField({ max: 190, example: 'pharma.seatline.test' })
  sipDomain: string;

  @TextField({ example: 'Zt9mYvC3n8Wq5RfL2xKp', description: 'Shown here and never again.' })
  secret: string;
}
