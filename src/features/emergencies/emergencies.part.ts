import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TenantSpec } from '../tenants/domain/tenant-spec';
import { EmergenciesRepository } from './emergencies.repository';

/** No file tells of an emergency, and none ends it; with its tenant it goes: whoever comes back begins without. */
@Injectable()
export class EmergenciesPart implements TenantPart, OnModuleInit {
  readonly order = 69;

  constructor(
    private readonly parts: TenantParts,
    private readonly emergencies: EmergenciesRepository,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    return {};
  }

  async write(): Promise<void> {}

  async remove(_current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const running = desired === null ? await this.emergencies.find() : null;
    if (running) await this.emergencies.remove(running.id);
  }
}
