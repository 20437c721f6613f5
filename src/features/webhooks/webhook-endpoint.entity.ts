import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';
import type { WebhookEvent } from './domain/webhook-events';

/** A secret under the tenant's key; `until` is when a replaced one ends. */
export interface SealedSecret {
  keyVersion: number;
  sealed: string;
  until: string | null;
}

/** A URL of a tenant's program that is told of what happens. */
@Audited('failingSince')
@Entity('webhook_endpoints')
export class WebhookEndpoint extends TenantConfiguration {
  @Column({ type: 'varchar', length: 500 })
  url: string;

  @Column({ type: 'json' })
  events: WebhookEvent[];

  /** The newest first; two while one replaces the other. */
  @Column({ type: 'json' })
  secrets: SealedSecret[];

  @Column({ type: 'boolean' })
  active: boolean;

  /** Why it was disabled by itself. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  notice: string | null;

  /** Since when every attempt failed. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  failingSince: Date | null;
}
