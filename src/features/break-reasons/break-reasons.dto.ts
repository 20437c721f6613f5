import { ListField, TextField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';
import { BREAK_CODE, type BreakReason, MOST_REASONS } from './domain/break-reason';

export class BreakReasonDto implements BreakReason {
  @TextField({ max: BREAK_CODE.max, pattern: BREAK_CODE.pattern, patternRule: BREAK_CODE.rule, example: 'lunch' })
  code: string;

  @TextField({ max: 30, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Lunch' })
  nameEn: string;

  @TextField({ max: 30, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: '用餐' })
  nameZh: string;
}

export class BreakReasonsDto {
  @ListField(() => BreakReasonDto, { max: MOST_REASONS, description: 'In the order in which agents see them; no code twice.' })
  reasons: BreakReasonDto[];
}
