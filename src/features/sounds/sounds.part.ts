import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TenantSpec } from '../tenants/domain/tenant-spec';
import { SoundsRepository } from './sounds.repository';

/** Sounds stand in no tenant's file; they go with the tenant, and the sweep takes their files. */
@Injectable()
export class SoundsPart implements TenantPart, OnModuleInit {
  /** Before the queues and numbers that play them. */
  readonly order = 35;

  constructor(
    private readonly parts: TenantParts,
    private readonly sounds: SoundsRepository,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  read(): Promise<Partial<TenantSpec>> {
    return Promise.resolve({});
  }

  write(): Promise<void> {
    return Promise.resolve();
  }

  async remove(_current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    if (desired === null) await this.sounds.removeAll();
  }
}
