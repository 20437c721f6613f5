import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PhoneBehaviour, Phones } from '../../../freeswitch/phones/phones';
import { MIGRATIONS } from '../../../migrations/migrations';
import { chooseLoopbackPort } from '../../../scripts/services/loopback-port';
import { ApiClient } from '../../../scripts/start/api-client';
import { type Database, openDatabase } from '../../../scripts/start/database';
import { staffToken as tokenOf } from '../../../scripts/start/sign-ins';
import { migrate } from '../../../src/platform/database/migrate';
import { newId } from '../../../src/platform/database/ids';
import { TEST_MASTER_KEY } from '../../factories/opened';
import type { SwitchStarter, SwitchUnderTest } from '../conformance/switch-under-test';
import { untilRight } from './eventually';
import { LegWitness } from './leg-witness';
import { type ProcessName, ProductProcess } from './product-process';

const JWT_SECRET = 'x'.repeat(40);
const SWITCH_SECRET = 'test-switch-secret-0000';
export const EVENT_SOCKET_PASSWORD = 'test-event-socket';
export const NODE = 'sw1';

/** The servers that the centre works with; `redisUrl` is its own database there. */
export interface Servers {
  databaseUrl: string;
  redisUrl: string;
}

export interface SwitchKind {
  start: SwitchStarter;
  /** Where the switch that is started in the data directory leaves what nobody took. */
  spoolDir(dataDir: string): string;
}

/** Whose centre it is. */
export interface House<T extends string> {
  /** Their slugs; the domain of `north` is `north.seatline.test`. */
  tenants: readonly T[];
  /** The tenant's file. Agents sit at the seats whose extension is their number. */
  yaml(tenant: T): string;
  /** What the agent's phone does; null where he never comes. */
  phoneOf(agent: number): PhoneBehaviour | null;
}

interface SeatedAgent {
  id: string;
  number: string;
  phone: { domain: string; user: string; password: string; behaviour: PhoneBehaviour };
}

/** Three processes of the product, a switch, phones, and tenants whose agents are signed in. */
export class Centre<T extends string = string> {
  readonly agents = {} as Record<T, SeatedAgent[]>;
  readonly apis = {} as Record<T, ApiClient>;

  private constructor(
    readonly house: House<T>,
    readonly servers: Servers,
    readonly processes: Record<ProcessName, ProductProcess>,
    readonly database: Database,
    readonly staff: ApiClient,
    readonly token: string,
    readonly apiUrl: string,
    readonly spoolDir: string,
    readonly doors: { eventSocketPort: number; dataDir: string },
    private cleanups: (() => Promise<unknown> | void)[],
  ) {}

  theSwitch!: SwitchUnderTest;
  witness!: LegWitness;

  get phones(): Phones {
    return this.theSwitch.phones;
  }

  static async open<T extends string>(servers: Servers, kind: SwitchKind, house: House<T>): Promise<Centre<T>> {
    const cleanups: (() => Promise<unknown> | void)[] = [];
    try {
      return await this.build(servers, kind, house, cleanups);
    } catch (error) {
      await runAll(cleanups);
      throw error;
    }
  }

  private static async build<T extends string>(
    servers: Servers, kind: SwitchKind, house: House<T>, cleanups: (() => Promise<unknown> | void)[],
  ): Promise<Centre<T>> {
    const dataDir = mkdtempSync(join(tmpdir(), 'seatline-resilience-'));
    cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
    await migrate(servers.databaseUrl, MIGRATIONS);
    const database = await openDatabase(servers.databaseUrl);
    cleanups.push(() => database.close());
    const [httpPort, eventSocketPort] = [await chooseLoopbackPort(), await chooseLoopbackPort()];
    const apiUrl = `http://127.0.0.1:${httpPort}`;
    const spoolDir = kind.spoolDir(dataDir);
    const environment = {
      DATABASE_URL: servers.databaseUrl,
      REDIS_URL: servers.redisUrl,
      HTTP_PORT: String(httpPort),
      ESL_PORT: String(eventSocketPort),
      IVR_PORT: String(await chooseLoopbackPort()),
      TENANT_SOUNDS_DIR: join(dataDir, 'sounds'),
      ESL_PASSWORD: EVENT_SOCKET_PASSWORD,
      CDR_SPOOL: spoolDir,
      JWT_SECRET,
      MASTER_KEY: TEST_MASTER_KEY,
      SWITCH_SECRET,
      SWITCH_NODE: NODE,
      LOG_LEVEL: 'info',
    };
    const process = (name: ProcessName) => {
      const made = new ProductProcess(name, environment, dataDir);
      cleanups.push(() => made.kill());
      return made;
    };
    const processes = { api: process('api'), worker: process('worker'), switch: process('switch') };
    const token = await staffToken(database);
    const staff = new ApiClient(apiUrl, token);
    const centre = new Centre(house, servers, processes, database, staff, token, apiUrl, spoolDir, { eventSocketPort, dataDir }, cleanups);
    await Promise.all(Object.values(processes).map((each) => each.start()));
    await centre.makeTenants();
    centre.theSwitch = await kind.start({
      dataDir, apiUrl, eventSocketPort, eventSocketPassword: EVENT_SOCKET_PASSWORD, httpSecret: SWITCH_SECRET, node: NODE,
    });
    cleanups.push(() => centre.theSwitch.stop());
    await centre.listen();
    await centre.registerPhones();
    await centre.signIn();
    return centre;
  }

  /** A witness that hears the switch that runs now. */
  async listen(): Promise<void> {
    this.witness = new LegWitness(this.doors.eventSocketPort, EVENT_SOCKET_PASSWORD);
    const { witness } = this;
    await witness.start();
    this.cleanups.push(() => witness.stop());
  }

  async registerPhones(): Promise<void> {
    for (const { phone } of this.house.tenants.flatMap((tenant) => this.agents[tenant])) {
      const status = await this.phones.register(phone);
      if (status !== 200) throw new Error(`the phone ${phone.user}@${phone.domain} was refused: ${status}`);
    }
  }

  /** What is wrong with the switch's agents, measured by the database. */
  async agentsOutOfStep(): Promise<string[]> {
    const rows = await this.database.sql<{ name: string; status: string }>(
      `SELECT CONCAT(a.number, '@', t.domain) AS name, a.status FROM agents a JOIN tenants t ON t.id = a.tenant_id`,
    );
    const { agents, tiers } = await this.witness.switchState();
    const actual = new Map(agents.map((agent) => [agent.name, agent]));
    const tiered = new Set(tiers.map((tier) => tier.agent));
    return rows.flatMap(({ name, status }) => {
      const agent = actual.get(name);
      if (!agent || !tiered.has(name)) return [`${name} is not on the switch with a tier`];
      const now = agent.status.toLowerCase().replace(/ /g, '_');
      return now === status ? [] : [`${name} is ${agent.status} on the switch and ${status} in the database`];
    });
  }

  async close(): Promise<void> {
    await runAll(this.cleanups);
  }

  private async makeTenants(): Promise<void> {
    for (const tenant of this.house.tenants) {
      await this.staff.put('/v1/tenants/file', { file: this.house.yaml(tenant) });
      const found = (await this.staff.all<{ id: string; slug: string }>('/v1/tenants')).find(({ slug }) => slug === tenant);
      const api = await this.staff.enter(found?.id ?? '', 'Tries what breaks');
      this.apis[tenant] = api;
      const seats = await api.all<{ id: string; extension: string }>('/v1/seats');
      const agents = await api.all<{ id: string; number: string }>('/v1/agents');
      const seated = agents.map(async ({ id, number }) => {
        const behaviour = this.house.phoneOf(Number(number));
        if (behaviour === null) return [];
        const seat = seats.find(({ extension }) => extension === number);
        const { secret } = await api.post<{ secret: string }>(`/v1/seats/${seat?.id ?? ''}/credentials`);
        const phone = { domain: `${tenant}.seatline.test`, user: number, password: secret, behaviour };
        return [{ id, number, phone }];
      });
      this.agents[tenant] = (await Promise.all(seated)).flat();
    }
  }

  private async signIn(): Promise<void> {
    for (const tenant of this.house.tenants) {
      const set = ({ id }: SeatedAgent) => this.apis[tenant].put(`/v1/agents/${id}/status`, { status: 'available' });
      await Promise.all(this.agents[tenant].map(set));
    }
    await untilRight('the agents on the switch', () => this.agentsOutOfStep());
  }
}

async function staffToken(database: Database): Promise<string> {
  const id = newId('staff');
  await database.sql(
    `INSERT INTO staff (id, email, name, role, active, created_at) VALUES (?, ?, 'Administrator', 'provider_admin', 1, NOW(3))`,
    [id, `${id}@seatline.test`],
  );
  return tokenOf(database, JWT_SECRET, id);
}

async function runAll(cleanups: (() => Promise<unknown> | void)[]): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}
