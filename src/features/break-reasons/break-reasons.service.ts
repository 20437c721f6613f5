import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { TenantsReader } from '../tenants/tenants.reader';
import type { BreakReasonsDto } from './break-reasons.dto';
import { BreakReasonsReader } from './break-reasons.reader';
import { BreakReasonsRepository } from './break-reasons.repository';
import { secondOfCode } from './domain/break-reason';

type Versioned = BreakReasonsDto & { version: number };

@Injectable()
export class BreakReasonsService {
  constructor(
    private readonly reader: BreakReasonsReader,
    private readonly repository: BreakReasonsRepository,
    private readonly tenants: TenantsReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  get(): Promise<Versioned> {
    return this.reader.current();
  }

  async set(version: number, { reasons }: BreakReasonsDto): Promise<Versioned> {
    const again = secondOfCode(reasons);
    if (again >= 0) throw AppError.invalid(`/reasons/${again}/code`, 'must be another: it stands in the list already');
    const plain = reasons.map(({ code, nameEn, nameZh }) => ({ code, nameEn, nameZh }));
    return this.database.transaction(async () => {
      // there is no row to lock before the first change
      await this.tenants.lockCurrent();
      if ((await this.get()).version !== version) throw AppError.stale();
      if (version === 0) await this.repository.insert(plain, this.clock.now());
      else if (!(await this.repository.save(version, plain))) throw AppError.stale();
      return this.get();
    });
  }
}
