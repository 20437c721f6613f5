import type { INestApplication } from '@nestjs/common';
import type { WebhookDelivery } from '../../src/features/webhooks/webhook-delivery.entity';
import { WebhooksRepository } from '../../src/features/webhooks/webhooks.repository';
import { newId } from '../../src/platform/database/ids';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';

/** A delivery that arrived, unless it is said otherwise. @returns its id */
export async function keepDelivery(
  app: INestApplication,
  tenantId: string,
  endpointId: string,
  over: Partial<WebhookDelivery> = {},
): Promise<string> {
  const [id, createdAt] = [newId('webhookDelivery'), new Date()];
  const sent = { status: 'delivered' as const, attempts: 1, dueAt: null, answerStatus: 204, problem: null, deliveredAt: createdAt };
  const delivery = { id, endpointId, event: 'call.ended' as const, eventKey: id, body: '{}', createdAt, ...sent, ...over };
  await tenantContext.open({ tenantId }, () => app.get(WebhooksRepository, { strict: false }).insertOnce(delivery));
  return id;
}
