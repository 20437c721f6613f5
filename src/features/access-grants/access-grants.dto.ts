import { PickType } from '@nestjs/swagger';
import { IdField, IntegerField, TextField, TimeField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';

/** A month: whoever still has work to do then says so again. */
const LONGEST_HOURS = 720;

export class AccessGrantDto {
  @IdField('accessGrant')
  id: string;

  @IdField('staff')
  staffId: string;

  @TextField({ example: 'account.manager@seatline.test' })
  staffName: string;

  @TextField({
    min: 3,
    max: 200,
    pattern: FREE_TEXT.pattern,
    patternRule: FREE_TEXT.rule,
    example: 'Sets up the autumn campaign',
  })
  reason: string;

  @TimeField({ example: '2026-11-02T08:00:00.000Z' })
  expiresAt: Date;

  @TimeField({ nullable: true, example: null })
  endedAt: Date | null;

  @TextField({ nullable: true, example: null, description: 'Who ended it before its time.' })
  endedBy: string | null;

  @TimeField()
  createdAt: Date;
}

/** A grant as the one sees it who holds it. */
export class OwnAccessGrantDto extends PickType(AccessGrantDto, ['id', 'reason', 'expiresAt', 'createdAt'] as const) {
  @IdField('tenant')
  tenantId: string;
}

export class CreateAccessGrantDto {
  @TextField({
    min: 3,
    max: 200,
    pattern: FREE_TEXT.pattern,
    patternRule: FREE_TEXT.rule,
    example: 'Sets up the autumn campaign',
    description: 'The tenant reads it.',
  })
  reason: string;

  @IntegerField({ min: 1, max: LONGEST_HOURS, example: 8, description: 'For how long.' })
  hours: number;
}
