import { OmitType, PartialType } from '@nestjs/swagger';
import { BooleanField, IdField, IdListField, TextField, TimeField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';
import { WRAP_UP_CODE } from './domain/wrap-up-code';

const NAME = { max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule };
const QUEUES = 'Queues whose calls it is offered for; none is every call.';

export class WrapUpCodeDto {
  @IdField('wrapUpCode')
  id: string;

  @TextField({ max: WRAP_UP_CODE.max, pattern: WRAP_UP_CODE.pattern, patternRule: WRAP_UP_CODE.rule, example: 'leaflet' })
  code: string;

  @TextField({ ...NAME, example: 'Wants the leaflet' })
  name: string;

  @TextField({ ...NAME, nullable: true, example: '索取资料', description: 'Null: the name serves both languages.' })
  nameZh: string | null;

  @IdListField('queue', { maxItems: 500, description: QUEUES })
  queueIds: string[];

  @BooleanField({ example: true, description: 'Whether it is offered to agents.' })
  active: boolean;

  @TimeField()
  createdAt: Date;
}

export class ChangeWrapUpCodeDto extends PartialType(OmitType(WrapUpCodeDto, ['id', 'code', 'createdAt'] as const), {
  skipNullProperties: false,
}) {}

export class CreateWrapUpCodeDto extends OmitType(ChangeWrapUpCodeDto, ['name'] as const) {
  @TextField({ max: WRAP_UP_CODE.max, pattern: WRAP_UP_CODE.pattern, patternRule: WRAP_UP_CODE.rule, example: 'leaflet' })
  code: string;

  @TextField({ ...NAME, example: 'Wants the leaflet' })
  name: string;
}
