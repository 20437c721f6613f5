import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';
import type { WebhookEvent } from './domain/webhook-events';

export const DELIVERY_STATUSES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One event on its way to one endpoint. */
@NotAudited('sent by the product itself, and kept as it was sent')
@Entity('webhook_deliveries')
export class WebhookDelivery extends TenantOwned {
  @Column(ID_COLUMN)
  endpointId: string;

  @Column({ type: 'varchar', length: 40 })
  event: WebhookEvent;

  /** Names what happened, so that it is told once however often we hear of it. */
  @Column({ type: 'varchar', length: 100, charset: 'ascii', collation: 'ascii_bin' })
  eventKey: string;

  /** The JSON text as it is sent and signed. */
  @Column({ type: 'mediumtext' })
  body: string;

  @Column({ type: 'varchar', length: 10 })
  status: DeliveryStatus;

  @Column({ type: 'int', unsigned: true })
  attempts: number;

  /** When it is sent next; while it is being sent, when another worker may take it over. Null when it is done. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column({ type: 'int', unsigned: true, nullable: true })
  answerStatus: number | null;

  /** Why the last attempt failed. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  problem: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  deliveredAt: Date | null;
}
