import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TenantSpec } from '../tenants/domain/tenant-spec';
import { HandTopicsReader } from './hand-topics.reader';
import { HandTopicsRepository } from './hand-topics.repository';

/** The topics of a tenant's file; a file that does not tell of any leaves those that there are. */
@Injectable()
export class HandTopicsPart implements TenantPart, OnModuleInit {
  readonly order = 67;

  constructor(
    private readonly parts: TenantParts,
    private readonly reader: HandTopicsReader,
    private readonly repository: HandTopicsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const { topics, version } = await this.reader.current();
    return { handTopics: version === 0 ? null : topics };
  }

  async write(current: TenantSpec | null, { handTopics }: TenantSpec): Promise<void> {
    if (!handTopics || JSON.stringify(current?.handTopics) === JSON.stringify(handTopics)) return;
    const { version } = await this.reader.current();
    await this.repository.save(version, handTopics, this.clock.now());
  }

  async remove(_current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    if (desired === null) await this.repository.remove();
  }
}
