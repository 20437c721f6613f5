import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { addDays, localDateOf, startOfDay } from '../../platform/time/calendar';
import { ContractsReader } from '../contracts/contracts.reader';
import { serviceLevel, type ServiceLevelFormula } from '../contracts/domain/service-level';
import { TenantsReader } from '../tenants/tenants.reader';
import type { ServiceLevelDto } from './service-level.dto';
import { ServiceLevelReader } from './service-level.reader';

/** Before a contract says otherwise: what the trade asks for most often. */
const USUAL = { answerSeconds: 15, shortAbandonSeconds: 5 };

/** How well the callers of today are served so far. */
@Injectable()
export class ServiceLevelService {
  constructor(
    private readonly reader: ServiceLevelReader,
    private readonly tenants: TenantsReader,
    private readonly contracts: ContractsReader,
    private readonly clock: Clock,
  ) {}

  async today(): Promise<ServiceLevelDto> {
    const { timezone } = await this.tenants.current();
    const contract = await this.contracts.current();
    const day = localDateOf(this.clock.now(), timezone);
    const counts = await this.reader.counts(contract ?? USUAL, [startOfDay(day, timezone), startOfDay(addDays(day, 1), timezone)]);
    const level = contract ? serviceLevel(contract.formula as ServiceLevelFormula, counts) : null;
    const { answered, answeredWithinT, abandoned } = counts;
    return { day, answered, answeredWithinT, abandoned, permille: level === null ? null : Math.round(level * 1000), contract };
  }
}
