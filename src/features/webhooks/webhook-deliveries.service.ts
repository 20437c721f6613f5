import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import type { WebhookEvent } from './domain/webhook-events';
import type { WebhookDelivery } from './webhook-delivery.entity';
import { WebhooksRepository } from './webhooks.repository';

/** What endpoints are told, and were told. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly clock: Clock,
  ) {}

  async list(endpointId: string, request: PageRequest): Promise<Page<WebhookDelivery>> {
    if (!(await this.webhooks.find(endpointId))) throw AppError.notFound();
    return this.webhooks.deliveries(endpointId, request);
  }

  /** Has every active endpoint that asked for it be told of an event; done again it changes nothing. */
  async announce(event: WebhookEvent, eventKey: string, data: object): Promise<void> {
    const endpoints = (await this.webhooks.all()).filter(({ active, events }) => active && events.includes(event));
    const createdAt = this.clock.now();
    const body = JSON.stringify({ type: event, timestamp: createdAt.toISOString(), data });
    for (const { id: endpointId } of endpoints) {
      const fresh = { status: 'pending' as const, attempts: 0, dueAt: createdAt, answerStatus: null, problem: null, deliveredAt: null };
      await this.webhooks.insertOnce({ id: newId('webhookDelivery'), endpointId, event, eventKey, body, createdAt, ...fresh });
    }
  }

  /** Sends it anew, under the same id, by which a receiver that has it already can tell. */
  async redeliver(id: string): Promise<WebhookDelivery> {
    const delivery = await this.webhooks.findDelivery(id);
    if (!delivery) throw AppError.notFound();
    if (delivery.status === 'pending') throw new AppError('conflict', 'It is being delivered already.');
    if (!(await this.webhooks.find(delivery.endpointId))?.active) throw new AppError('conflict', 'Its endpoint is not active.');
    await this.webhooks.record(id, delivery.attempts, { status: 'pending', attempts: 0, dueAt: this.clock.now(), deliveredAt: null });
    return (await this.webhooks.findDelivery(id)) ?? delivery;
  }
}
