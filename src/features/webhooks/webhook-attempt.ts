import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { HttpClient } from '../../platform/http-client/http-client';
import { OutgoingError } from '../../platform/http-client/outgoing-error';
import { hasFailedTooLong, pauseAfter } from './domain/retry-schedule';
import type { WebhookDelivery } from './webhook-delivery.entity';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookSecrets } from './webhook-secrets';
import { signedHeaders } from './webhook-signature';
import { WebhooksRepository } from './webhooks.repository';

const TIMEOUT_MS = 10_000;
/** Nobody reads an answer; a long one is an endpoint gone wrong. */
const LONGEST_ANSWER = 64 * 1024;
/** A worker that has not told the end of an attempt by then has died. */
const LEASE_MS = 60_000;
const GONE = 410;

interface Result {
  answerStatus: number | null;
  /** Null where it was taken. */
  problem: string | null;
}

/** One attempt to deliver. */
@Injectable()
export class WebhookAttempt {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly secrets: WebhookSecrets,
    private readonly http: HttpClient,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** Sends what has been due longest at an endpoint. @returns whether there was something. */
  async next(endpointId: string): Promise<boolean> {
    const now = this.clock.now();
    const [endpoint, delivery] = [await this.webhooks.find(endpointId), await this.webhooks.nextDue(endpointId, now)];
    if (!endpoint || !delivery) return false;
    if (!endpoint.active) {
      await this.webhooks.giveUp(endpointId, 'The endpoint is not active.');
      return false;
    }
    if (!(await this.webhooks.claim(delivery, new Date(now.getTime() + LEASE_MS)))) return true;
    const claimed = { ...delivery, attempts: delivery.attempts + 1 };
    const result = await this.send(endpoint, claimed, now);
    await this.database.transaction(() => this.settle(endpoint, claimed, result));
    return true;
  }

  private async send({ id, url, secrets }: WebhookEndpoint, delivery: WebhookDelivery, now: Date): Promise<Result> {
    try {
      const signed = signedHeaders(delivery.id, now, delivery.body, await this.secrets.open(id, secrets, now));
      const headers = { 'content-type': 'application/json', 'user-agent': 'Seatline-Webhooks/1', ...signed };
      const { status } = await this.http.send({
        method: 'POST', url, headers, body: delivery.body, timeoutMs: TIMEOUT_MS, maxBytes: LONGEST_ANSWER,
      });
      return { answerStatus: status, problem: status >= 200 && status < 300 ? null : `It answered ${status}.` };
    } catch (error) {
      if (!(error instanceof OutgoingError)) throw error;
      return { answerStatus: null, problem: error.message };
    }
  }

  private async settle(endpoint: WebhookEndpoint, { id, attempts }: WebhookDelivery, result: Result): Promise<void> {
    const now = this.clock.now();
    if (result.problem === null) {
      await this.webhooks.record(id, attempts, { ...result, status: 'delivered', dueAt: null, deliveredAt: now });
      if (endpoint.failingSince) await this.webhooks.note(endpoint.id, { failingSince: null });
      return;
    }
    const pause = result.answerStatus === GONE ? null : pauseAfter(attempts);
    const next = pause === null ? { status: 'dead' as const, dueAt: null } : { dueAt: new Date(now.getTime() + pause) };
    await this.webhooks.record(id, attempts, { ...result, ...next });
    await this.complain(endpoint, result, now);
  }

  private async complain({ id, failingSince }: WebhookEndpoint, { answerStatus }: Result, now: Date): Promise<void> {
    const since = failingSince ?? now;
    if (!failingSince) await this.webhooks.note(id, { failingSince: since });
    if (answerStatus === GONE) return this.disable(id, 'It answered 410: gone for good.');
    if (hasFailedTooLong(since, now)) await this.disable(id, 'Every attempt of three days failed.');
  }

  private async disable(id: string, notice: string): Promise<void> {
    await this.webhooks.note(id, { active: false, notice });
    await this.webhooks.giveUp(id, 'The endpoint was disabled.');
  }
}
