import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { Phones } from '../../../freeswitch/phones/phones';
import { MIGRATIONS } from '../../../migrations/migrations';
import { chooseLoopbackPort } from '../../../scripts/services/loopback-port';
import { startApplication } from '../../../scripts/start/application';
import { InvoicesSchedule } from '../../../src/features/invoices/invoices.schedule';
import type { TenantSpec } from '../../../src/features/tenants/domain/tenant-spec';
import { TenantFilesService } from '../../../src/features/tenants/tenant-files.service';
import { hashPassword } from '../../../src/platform/auth/passwords';
import { migrate } from '../../../src/platform/database/migrate';
import { ProviderDatabase } from '../../../src/platform/database/provider-database';
import { Metrics } from '../../../src/platform/health/metrics';
import {
  cutLegInCommand,
  forgetCutsCommand,
  showChannelsCommand,
  superviseCommand,
  transferLegCommand,
} from '../../../src/telephony/esl/commands';
import { SwitchLink } from '../../../src/telephony/link/switch-link';
import { snapshot } from '../../../src/telephony/reconciler/snapshot';
import { stockNumbers } from '../../factories/number-stock';
import { testDatabase } from '../../setup/database';
import { testRedis } from '../../setup/redis';
import { Api, until } from './api';
import { type QueueAction, toQueueAction } from './queue-actions';
import { SLUGS, type Slug, type Staged, stagedTenant } from './stages';
import { hearSpokenOver, type SpokenOver } from './spoken-over';
import { recordingsDirOf, type SwitchStarter, type SwitchUnderTest } from './switch-under-test';

/** Of each tenant's administrator. */
export const PASSWORD = 'a password of the tests';
const EVENT_SOCKET_PASSWORD = 'test-event-socket';
const SWITCH_SECRET = 'test-switch-secret-0000';
const NODE = 'sw1';

/** What a run has otherwise than the scenarios need it. */
interface Staging {
  tenants?: Partial<Record<Slug, TenantSpec>>;
  environment?: Record<string, string>;
}

/** The whole product on a database and Redis of its own, driving one switch with phones. */
export class TestBed {
  /** What mod_callcenter told the product so far. */
  readonly actions: QueueAction[] = [];
  /** By the switch's own account. */
  readonly spokenOver: SpokenOver[] = [];

  private constructor(
    private readonly app: INestApplication,
    private readonly link: SwitchLink,
    readonly apiUrl: string,
    /** Signed in as each tenant's administrator. */
    readonly apis: Record<Slug, Api>,
    readonly theSwitch: SwitchUnderTest,
    readonly stop: () => Promise<void>,
  ) {
    link.on('event', (event) => {
      const action = toQueueAction(event);
      if (action) this.actions.push(action);
    });
  }

  get phones(): Phones {
    return this.theSwitch.phones;
  }

  /** @param scenarios whose stages the tenants are made of */
  static async start(startSwitch: SwitchStarter, scenarios: readonly Staged[], { tenants = {}, environment = {} }: Staging = {}): Promise<TestBed> {
    const cleanups: (() => Promise<unknown> | void)[] = [];
    const stop = async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    };
    try {
      const dataDir = mkdtempSync(join(tmpdir(), 'seatline-conformance-'));
      cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
      const database = await testDatabase();
      cleanups.push(() => database.drop());
      const redis = await testRedis();
      cleanups.push(() => redis.drop());
      await migrate(database.url, MIGRATIONS);
      const [httpPort, eventSocketPort, websocketPort] = [await chooseLoopbackPort(), await chooseLoopbackPort(), await chooseLoopbackPort()];
      const ivrPort = await chooseLoopbackPort();
      const app = await startApplication(environmentOf(database.url, redis.url, dataDir, { httpPort, eventSocketPort, websocketPort, ivrPort }, environment));
      cleanups.push(() => app.close());
      for (const slug of SLUGS) await app.get(TenantFilesService).apply(tenants[slug] ?? stagedTenant(slug, scenarios));
      const apiUrl = `http://127.0.0.1:${httpPort}`;
      const theSwitch = await startSwitch({
        dataDir,
        apiUrl,
        eventSocketPort,
        websocketPort,
        eventSocketPassword: EVENT_SOCKET_PASSWORD,
        httpSecret: SWITCH_SECRET,
        node: NODE,
      });
      cleanups.push(() => theSwitch.stop());
      const link = app.get(SwitchLink, { strict: false });
      await until('the link to the switch', () => Promise.resolve(link.up));
      const bed = new TestBed(app, link, apiUrl, await signIn(app, new Api(apiUrl)), theSwitch, stop);
      cleanups.push(await hearSpokenOver(eventSocketPort, EVENT_SOCKET_PASSWORD, bed.spokenOver));
      return bed;
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /** What the switch really has. */
  switchState() {
    return snapshot(this.link);
  }

  /** The legs of the moment, as `show channels` lists them. */
  async channels(): Promise<Record<string, string>[]> {
    const reply = await this.link.bgapi(showChannelsCommand());
    if (!reply.ok) throw new Error(reply.reason);
    return (JSON.parse(reply.text) as { rows?: Record<string, string>[] }).rows ?? [];
  }

  /** What the product has done to a call under way whose credit is renewed. */
  cut(legUuid: string, seconds: number): Promise<unknown> {
    return this.link.bgapi(cutLegInCommand(legUuid, seconds));
  }

  forgetCuts(legUuid: string): Promise<unknown> {
    return this.link.bgapi(forgetCutsCommand(legUuid));
  }

  async isRegistered(extension: string, domain: string): Promise<boolean> {
    const { registrations } = await snapshot(this.link, [`${extension}@${domain}`]);
    return registrations.length > 0;
  }

  /** What the product has transfer a leg; sent as it is. */
  transfer(legUuid: string, destination: string, context: string): Promise<unknown> {
    return this.link.bgapi(transferLegCommand(legUuid, destination, context));
  }

  /** Has a seat listen to a leg, as the product does for a tenant; sent as it is. */
  supervise(extension: string, domain: string, targetLegUuid: string): Promise<unknown> {
    const legUuid = randomUUID();
    return this.link.bgapi(
      superviseCommand({ legUuid, extension, domain, targetLegUuid, mode: 'barge', shown: extension, ringSeconds: 5 }),
    );
  }

  /** The INVITE that the carrier got for a number, once it has come. @throws Error on the simulator */
  async carrierHeard(number: string): Promise<string> {
    const heard = () => this.theSwitch.carrierHeard?.(number) ?? '';
    await until(`the carrier hearing of ${number}`, () => Promise.resolve(heard() !== ''));
    return heard();
  }

  /** How often the switch has asked the product for XML. */
  async xmlRequests(): Promise<number> {
    const text = await this.app.get(Metrics).render();
    const counts = text.matchAll(/_count\{[^}]*route="[^"]*switch\/xml"[^}]*\} (\d+)/g);
    return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
  }

  get linked(): boolean {
    return this.link.up;
  }

  async applyTenant(spec: TenantSpec): Promise<void> {
    await this.app.get(TenantFilesService).apply(spec);
  }

  /** Puts a number that any tenant may lease into the provider's stock. */
  stockNumber(number: string): Promise<void> {
    return stockNumbers(this.app, null, number);
  }

  /** What the night does: each tenant's running month is drawn up. */
  async drawUpInvoices(): Promise<void> {
    await this.app.get(InvoicesSchedule, { strict: false }).run();
  }

  /** How many CDRs were put aside because nobody could read or own them. */
  async rejectedCdrs(): Promise<string[]> {
    const rows = await this.app.get(ProviderDatabase).sql<{ reason: string }>('SELECT reason FROM cdr_rejects');
    return rows.map(({ reason }) => reason);
  }
}

function environmentOf(
  databaseUrl: string,
  redisUrl: string,
  dataDir: string,
  ports: { httpPort: number; eventSocketPort: number; websocketPort: number; ivrPort: number },
  over: Record<string, string>,
) {
  return {
    RECORDING_SPOOL: recordingsDirOf(dataDir),
    RECORDINGS_DIR: join(dataDir, 'sealed'),
    TENANT_SOUNDS_DIR: join(dataDir, 'tenant-sounds'),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    HTTP_PORT: String(ports.httpPort),
    ESL_PORT: String(ports.eventSocketPort),
    IVR_PORT: String(ports.ivrPort),
    SIP_WEBSOCKET_URL: `ws://127.0.0.1:${ports.websocketPort}`,
    ESL_PASSWORD: EVENT_SOCKET_PASSWORD,
    SWITCH_SECRET,
    SWITCH_NODE: NODE,
    JWT_SECRET: 'x'.repeat(40),
    MASTER_KEY: Buffer.alloc(32).toString('base64'),
    // forty scenarios at once look as often as they can
    TENANT_REQUESTS_PER_SECOND: '10000',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...over,
  };
}

async function signIn(app: INestApplication, api: Api): Promise<Record<Slug, Api>> {
  const hash = await hashPassword(PASSWORD);
  await app.get(ProviderDatabase).sql('UPDATE users SET password_hash = ?', [hash]);
  const token = async (slug: Slug) => {
    const body = { tenant: slug, email: `admin@${slug}.seatline.test`, password: PASSWORD };
    return (await api.post<{ access_token: string }>('/v1/sign-in', body)).access_token;
  };
  const apis: Partial<Record<Slug, Api>> = {};
  for (const slug of SLUGS) apis[slug] = api.as(await token(slug));
  return apis as Record<Slug, Api>;
}

