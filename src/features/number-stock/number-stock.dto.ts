import { ChoiceField, IdField, IntegerField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';
import { MOST_AT_ONCE } from './domain/read-stock-list';
import { STOCK_STATES, type StockState } from './domain/stock-state';

const DIGITS = { min: 1, max: 16, pattern: /^\+?\d{1,15}$/, patternRule: 'must be digits, with or without a + before them' };

export class StockedNumberDto {
  @IdField('stockedNumber')
  id: string;

  @TextField({ max: 20, example: '+862160010001', description: 'E.164, or a national service number.' })
  number: string;

  @ChoiceField(STOCK_STATES, { example: 'held', description: 'Free for any tenant, held for one, or leased by it.' })
  state: StockState;

  @IdField('tenant', { nullable: true, description: 'The one tenant that may lease it, also one that was removed; null for any.' })
  heldFor: string | null;

  @TextField({ nullable: true, max: 64, example: 'Drug maker' })
  heldForName: string | null;

  @TimeField({ description: 'When it was taken in; by whom tells the audit log.' })
  createdAt: Date;
}

export class NumberStockRequest extends PageRequest {
  @TextField({ ...DIGITS, optional: true, example: '86216', description: 'Only numbers that begin so; their + may be left out.' })
  prefix?: string;

  @IdField('tenant', { optional: true, description: 'Only those held for that tenant, leased or not.' })
  heldFor?: string;

  @ChoiceField(STOCK_STATES, { optional: true, example: 'free' })
  state?: StockState;
}

export class StockListDto {
  @TextListField({
    maxItems: MOST_AT_ONCE,
    repeats: true,
    example: ['+862160010100..+862160010199', '4008001002'],
    description: `Numbers, and ranges with both ends included; ${MOST_AT_ONCE} numbers at the most.`,
  })
  numbers: string[];
}

export class AddNumbersDto extends StockListDto {
  @IdField('tenant', { nullable: true, description: 'The one tenant that may lease them; null for any.' })
  heldFor: string | null;
}

export class NumberCountDto {
  @IntegerField({ min: 0, max: MOST_AT_ONCE, example: 101, description: 'How many numbers they are.' })
  count: number;
}

export class HoldNumberDto {
  @IdField('tenant')
  tenantId: string;
}

export class AvailableNumbersRequest extends PageRequest {
  @TextField({ ...DIGITS, optional: true, example: '6001', description: 'Only numbers in which these digits stand.' })
  digits?: string;
}

export class AvailableNumberDto {
  @IdField('stockedNumber')
  id: string;

  @TextField({ max: 20, example: '+862160010001' })
  number: string;
}
