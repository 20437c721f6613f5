import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { WebhookDelivery } from './webhook-delivery.entity';
import { WebhookEndpoint } from './webhook-endpoint.entity';

type EndpointPatch = Partial<Pick<WebhookEndpoint, 'url' | 'events' | 'active' | 'secrets' | 'notice' | 'failingSince'>>;
type DeliveryPatch = Partial<Pick<WebhookDelivery, 'status' | 'attempts' | 'dueAt' | 'answerStatus' | 'problem' | 'deliveredAt'>>;

/** MySQL's number for a row whose key is there already. */
const DUPLICATE = 1062;

/** The only place that writes endpoints and deliveries. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<WebhookEndpoint>> {
    return this.database.table(WebhookEndpoint).page(request);
  }

  all(): Promise<WebhookEndpoint[]> {
    return this.database.table(WebhookEndpoint).find();
  }

  find(id: string): Promise<WebhookEndpoint | null> {
    return this.database.table(WebhookEndpoint).findOne({ id });
  }

  insert(endpoint: Omit<WebhookEndpoint, 'tenantId'>): Promise<void> {
    return this.database.table(WebhookEndpoint).insert(endpoint);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: EndpointPatch): Promise<boolean> {
    return (await this.database.table(WebhookEndpoint).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  /** What the product itself finds out; an ETag that was read stays good. */
  async note(id: string, patch: EndpointPatch): Promise<void> {
    await this.database.table(WebhookEndpoint).update({ id }, patch);
  }

  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(WebhookDelivery).remove({ endpointId: id });
    return (await this.database.table(WebhookEndpoint).remove({ id, version })) === 1;
  }

  deliveries(endpointId: string, request: PageRequest): Promise<Page<WebhookDelivery>> {
    return this.database.table(WebhookDelivery).page(request, { endpointId });
  }

  findDelivery(id: string): Promise<WebhookDelivery | null> {
    return this.database.table(WebhookDelivery).findOne({ id });
  }

  /** An event is told to an endpoint once: whoever comes second, even at the same moment, changes nothing. */
  async insertOnce(delivery: Omit<WebhookDelivery, 'tenantId'>): Promise<void> {
    const { endpointId, eventKey } = delivery;
    if ((await this.database.table(WebhookDelivery).count({ endpointId, eventKey })) > 0) return;
    await this.database.table(WebhookDelivery).insert(delivery).catch((error: { errno?: number }) => {
      if (error.errno !== DUPLICATE) throw error;
    });
  }

  /** The one that has been due longest. */
  nextDue(endpointId: string, now: Date): Promise<WebhookDelivery | null> {
    return this.database
      .table(WebhookDelivery)
      .query('delivery')
      .andWhere({ endpointId, dueAt: LessThanOrEqual(now) })
      .orderBy('delivery.dueAt')
      .addOrderBy('delivery.id')
      .limit(1)
      .getOne();
  }

  /** @returns false when somebody else has taken it meanwhile. */
  async claim({ id, attempts }: WebhookDelivery, dueAt: Date): Promise<boolean> {
    return (await this.database.table(WebhookDelivery).update({ id, attempts, status: 'pending' }, { attempts: attempts + 1, dueAt })) === 1;
  }

  /** @returns false when it is no longer at that attempt: it was taken over, or begun anew by hand. */
  async record(id: string, attempts: number, patch: DeliveryPatch): Promise<boolean> {
    return (await this.database.table(WebhookDelivery).update({ id, attempts }, patch)) === 1;
  }

  async giveUp(endpointId: string, problem: string): Promise<void> {
    await this.database.table(WebhookDelivery).update({ endpointId, status: 'pending' }, { status: 'dead', dueAt: null, problem });
  }
}
