import { PickType } from '@nestjs/swagger';
import { BooleanField, IdField, IntegerField, ListField, ObjectField, TextField, TimeField } from '../../platform/http/fields';
import { MONTH, MONTH_RULE } from '../../platform/time/billing-period';
import { InvoiceDto } from './invoices.dto';

const MOST_TENANTS = 10_000;

export class BillingMonthRequest {
  @TextField({ min: 7, max: 7, pattern: MONTH, patternRule: MONTH_RULE, example: '2026-10' })
  period: string;
}

export class BilledTenantDto {
  @IdField('tenant')
  id: string;

  @TextField({ max: 31, example: 'pharma' })
  slug: string;

  @TextField({ max: 100, example: 'Drug maker' })
  name: string;

  @BooleanField({ example: false, description: 'It is a tenant no more; its last month is still to be billed.' })
  removed: boolean;
}

export class MonthInvoiceDto extends PickType(InvoiceDto, [
  'id', 'state', 'number', 'currency', 'totalMicro', 'payableMicro', 'finalizedAt',
] as const) {
  @IntegerField({ example: 5 })
  lineCount: number;
}

export class TenantMonthDto {
  @IdField('tenant')
  id: string;

  @ObjectField(() => BilledTenantDto)
  tenant: BilledTenantDto;

  @TimeField({ description: "When the month is over in the tenant's zone: an invoice made before is a draft." })
  endsAt: Date;

  @ObjectField(() => MonthInvoiceDto, { optional: true, description: 'Left out while there is none.' })
  invoice?: MonthInvoiceDto;
}

export class BillingMonthDto {
  @TextField({ min: 7, max: 7, example: '2026-10' })
  period: string;

  @ListField(() => TenantMonthDto, { max: MOST_TENANTS, description: 'All that were tenants in that month.' })
  tenants: TenantMonthDto[];
}
