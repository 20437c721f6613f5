import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantsReader } from '../tenants/tenants.reader';
import type { Tariff } from './domain/tariff';
import { tariffAt, tariffSpans } from './domain/tariff-spans';
import { TariffsReader } from './tariffs.reader';

@Injectable()
export class TariffsService {
  constructor(
    private readonly tariffs: TariffsReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<{ current: Tariff | null; versions: Tariff[] }> {
    const { timezone } = await this.tenants.current();
    const versions = await this.tariffs.versions(timezone);
    return { current: tariffAt(tariffSpans(versions), this.clock.now()) ?? null, versions };
  }
}
