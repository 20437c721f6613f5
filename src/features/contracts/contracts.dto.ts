import { ChoiceField, DataField, IdField, IntegerField, TextField } from '../../platform/http/fields';
import { SERVICE_LEVEL_FORMULAS } from './domain/service-level';

/** What was promised: so many per cent of the callers answered within so many seconds, by that formula. */
export class ContractDto {
  @IdField('contract')
  id: string;

  @TextField({ min: 10, max: 10, description: "First day, in the tenant's zone.", example: '2026-01-01' })
  validFrom: string;

  @ChoiceField(Object.keys(SERVICE_LEVEL_FORMULAS), { example: 'C' })
  formula: string;

  @IntegerField({ min: 1, max: 3600, example: 15, description: 'T: answered within so many seconds.' })
  answerSeconds: number;

  @IntegerField({ min: 0, max: 3600, example: 5, description: 's: who gives up within so many is a short abandon.' })
  shortAbandonSeconds: number;

  @IntegerField({ min: 1, max: 100, example: 85, description: 'Per cent.' })
  target: number;

  @DataField({ description: 'What is charged by it beside leases and calls: items, discounts, minimum commitment, credits and bonuses of the service level, tax, days to pay.' })
  terms: object;
}
