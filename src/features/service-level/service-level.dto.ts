import { ChoiceField, IntegerField, ObjectField, TextField } from '../../platform/http/fields';
import { SERVICE_LEVEL_FORMULAS } from '../contracts/domain/service-level';

export class ServiceLevelPromiseDto {
  @ChoiceField(Object.keys(SERVICE_LEVEL_FORMULAS), { example: 'C' })
  formula: string;

  @IntegerField({ min: 1, max: 3600, example: 15, description: 'T: answered within so many seconds.' })
  answerSeconds: number;

  @IntegerField({ min: 1, max: 100, example: 85, description: 'Per cent.' })
  target: number;
}

export class ServiceLevelDto {
  @TextField({ min: 10, max: 10, example: '2026-11-01', description: "The day, in the tenant's zone, so far." })
  day: string;

  @IntegerField({ example: 120, description: 'Callers who were answered.' })
  answered: number;

  @IntegerField({ example: 104, description: 'Of these, within T seconds.' })
  answeredWithinT: number;

  @IntegerField({ example: 9, description: 'Callers who gave up.' })
  abandoned: number;

  @IntegerField({ nullable: true, max: 1000, example: 853, description: "Tenths of a per cent, by the contract's formula; null while there is nothing to judge." })
  permille: number | null;

  @ObjectField(() => ServiceLevelPromiseDto, { nullable: true, description: 'What was promised; null while no contract is in force.' })
  contract: ServiceLevelPromiseDto | null;
}
