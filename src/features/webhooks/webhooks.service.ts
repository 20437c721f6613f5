import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { HttpClient } from '../../platform/http-client/http-client';
import { refusalOfUrl } from '../../platform/http-client/outgoing-url';
import { TenantsReader } from '../tenants/tenants.reader';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookSecrets } from './webhook-secrets';
import { newWebhookSecret } from './webhook-signature';
import type { ChangeWebhookEndpointDto, CreateWebhookEndpointDto, WebhookSecretDto } from './webhooks.dto';
import { WebhooksRepository } from './webhooks.repository';

const MOST_ENDPOINTS = 10;
/** So long a replaced secret is still signed by: time to put the new one in its place. */
const FORMER_MS = 24 * 3600 * 1000;

@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly secrets: WebhookSecrets,
    private readonly http: HttpClient,
    private readonly tenants: TenantsReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<WebhookEndpoint>> {
    return this.webhooks.page(request);
  }

  async get(id: string): Promise<WebhookEndpoint> {
    const endpoint = await this.webhooks.find(id);
    if (!endpoint) throw AppError.notFound();
    return endpoint;
  }

  async create({ url, events }: CreateWebhookEndpointDto): Promise<WebhookEndpoint & { secret: string }> {
    this.checkUrl(url);
    const [id, secret] = [newId('webhookEndpoint'), newWebhookSecret()];
    const secrets = [await this.secrets.close(id, secret)];
    return this.database.transaction(async () => {
      await this.tenants.lockCurrent();
      if ((await this.webhooks.all()).length >= MOST_ENDPOINTS) {
        throw new AppError('quota_exceeded', `There may be ${MOST_ENDPOINTS} endpoints.`);
      }
      const createdAt = this.clock.now();
      const state = { active: true, notice: null, failingSince: null, version: 1, createdAt };
      await this.webhooks.insert({ id, url, events, secrets, ...state });
      return { ...(await this.get(id)), secret };
    });
  }

  /** Whoever makes it active again is taken to have mended it. */
  async change(id: string, version: number, body: ChangeWebhookEndpointDto): Promise<WebhookEndpoint> {
    if (body.url !== undefined) this.checkUrl(body.url);
    const mended = body.active === true ? { notice: null, failingSince: null } : {};
    return this.database.transaction(async () => {
      await this.get(id);
      if (!(await this.webhooks.save(id, version, { ...body, ...mended }))) throw AppError.stale();
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      await this.get(id);
      if (!(await this.webhooks.remove(id, version))) throw AppError.stale();
    });
  }

  /** A new secret; the one before is good for another day, and one before that no more. */
  async renewSecret(id: string): Promise<WebhookSecretDto> {
    const secret = newWebhookSecret();
    const sealed = await this.secrets.close(id, secret);
    const formerUntil = new Date(this.clock.now().getTime() + FORMER_MS);
    return this.database.transaction(async () => {
      const { version, secrets } = await this.get(id);
      const former = secrets.slice(0, 1).map((each) => ({ ...each, until: formerUntil.toISOString() }));
      if (!(await this.webhooks.save(id, version, { secrets: [sealed, ...former] }))) throw AppError.stale();
      return { secret, formerUntil };
    });
  }

  private checkUrl(url: string): void {
    const rule = refusalOfUrl(url, this.http.rules);
    if (rule) throw AppError.invalid('/url', rule);
  }
}
