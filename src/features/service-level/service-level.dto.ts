import { IntegerField, ObjectField, TextField } from '../../platform/http/fields';
import { ContractDto } from '../contracts/contracts.dto';

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

  @ObjectField(() => ContractDto, { nullable: true, description: 'What was promised; null while no contract is in force.' })
  contract: ContractDto | null;
}
