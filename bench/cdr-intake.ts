import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { inParallel } from '../scripts/provisioning/in-parallel';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { repositoryRoot } from '../scripts/services/repository-root';
import { applyTenants } from '../scripts/start/tenants';
import { LEG_COLUMNS, legValues } from '../src/features/calls/domain/leg-row';
import { FieldSeal } from '../src/platform/encryption/field-seal';
import { CdrIntake } from '../src/telephony/cdr/cdr-intake';
import { readCdr } from '../src/telephony/cdr/cdr-leg';
import { SpoolModule } from '../src/telephony/cdr/spool.module';
import type { Figure } from './figure';
import { postAsSwitch } from './http-post';
import { percentile, rounded } from './statistics';

/** CDRs under way at the same time: as many as the sweep of a spool takes in together. */
const AT_ONCE = 500;
/** Each way takes about as long in a round. */
const INSERTED = 2_500;
const TAKEN_IN = 8_000;
const POSTED = 1_500;
const ROUNDS = 7;
const COPY = 'single_inserts';
const NODE = 'sw1';

/** CDRs a second, each way. */
interface Round {
  inserts: number;
  intake: number;
  http: number;
}

/**
 * CDRs a second through the product's intake, which the api's HTTP door and the sweep of the spool share, divided by
 * single-row inserts of the same rows over mysql2 into a table of the same shape; both durable, in turn, the median of
 * the rounds. The intake also parses, finds the tenant, seals the numbers, refuses what it has already and tells the rating; the inserts
 * do nothing else. Beside it the same CDRs over HTTP, a connection each, where this process's asking costs as much as
 * the answering.
 */
export async function cdrIntakeVsSingleInsert(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  const connection = await createConnection({ uri: instance.environment['DATABASE_URL'] ?? '', timezone: 'Z' });
  try {
    await instance.start('main');
    await createCopy(connection);
    const rounds = await instance.with(async (app) => {
      await applyTenants(app);
      return measure(instance, connection, app.get(CdrIntake, { strict: false }));
    }, SpoolModule);
    await checkStored(connection);
    return figureOf(rounds);
  } finally {
    await connection.end();
    await instance.stop();
  }
}

/** LIKE copies columns and keys, not the constraint. */
async function createCopy(connection: Connection): Promise<void> {
  await connection.query(`CREATE TABLE ${COPY} LIKE call_legs`);
  await connection.query(`ALTER TABLE ${COPY} ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id)`);
}

async function measure(instance: Instance, connection: Connection, intake: CdrIntake): Promise<Round[]> {
  const tenantId = await tenantOf(connection);
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.push({
      inserts: await perSecond(makeRows(tenantId), (rows) => insertEach(connection, rows)),
      intake: await perSecond(makeCdrs(TAKEN_IN).map((cdr) => Buffer.from(cdr)), (cdrs) => takeIn(intake, cdrs)),
      http: await perSecond(makeCdrs(POSTED), (cdrs) => post(instance, cdrs)),
    });
  }
  // the first is for warming up
  return rounds.slice(1);
}

function figureOf(rounds: readonly Round[]): Figure {
  const median = (of: (round: Round) => number): number => percentile(rounds.map(of), 0.5);
  const ratios = rounds.map(({ intake, inserts }) => intake / inserts);
  return {
    figure: 'cdr-intake-vs-single-insert',
    value: rounded(percentile(ratios, 0.5), 1),
    unit: 'ratio',
    goal: 3,
    detail: {
      rounds: rounds.length,
      lowest: rounded(Math.min(...ratios), 1),
      highest: rounded(Math.max(...ratios), 1),
      atOnce: AT_ONCE,
      intakePerSecond: Math.round(median(({ intake }) => intake)),
      insertsPerSecond: Math.round(median(({ inserts }) => inserts)),
      overHttpPerSecond: Math.round(median(({ http }) => http)),
      overHttpRatio: rounded(median(({ http, inserts }) => http / inserts), 1),
    },
  };
}

async function perSecond<T>(items: readonly T[], work: (items: readonly T[]) => Promise<void>): Promise<number> {
  const began = performance.now();
  await work(items);
  return (items.length * 1000) / (performance.now() - began);
}

/** The recorded caller's leg, each time as another call. */
function makeCdrs(count: number): string[] {
  const path = join(repositoryRoot(__dirname), 'test/fixtures/transcripts/answered-caller-hangs-up.cdr.jsonl');
  const recorded = readFileSync(path, 'utf8').trim().split('\n');
  const template = recorded.find((line) => readLeg(line).queue?.side === 'member') ?? '';
  const { uuid } = readLeg(template);
  return Array.from({ length: count }, () => template.replaceAll(uuid, randomUUID()));
}

/** The rows that the intake makes of such CDRs. */
function makeRows(tenantId: string): unknown[][] {
  const seal = new FieldSeal(tenantId, [{ version: 1, secret: randomBytes(32) }]);
  return makeCdrs(INSERTED).map((cdr) => legValues(tenantId, readLeg(cdr), new Date(), seal));
}

function takeIn(intake: CdrIntake, cdrs: readonly Buffer[]): Promise<void> {
  return inParallel(cdrs, AT_ONCE, async (cdr) => {
    if ((await intake.take(NODE, cdr)) !== 'stored') throw new Error('a CDR was kept aside');
  });
}

function post({ apiUrl, secrets }: Instance, cdrs: readonly string[]): Promise<void> {
  const url = new URL(`${apiUrl}/switch/cdr`);
  return inParallel(cdrs, AT_ONCE, async (cdr) => {
    const { status } = await postAsSwitch(url, secrets.SWITCH_SECRET, 'application/json', cdr);
    if (status !== 200) throw new Error(`a CDR was answered ${status}`);
  });
}

/** One row a statement, each committed by itself, one after the other. */
async function insertEach(connection: Connection, rows: readonly unknown[][]): Promise<void> {
  for (const row of rows) await connection.query(`INSERT INTO ${COPY} (${LEG_COLUMNS}) VALUES (?)`, [row]);
}

function readLeg(cdr: string) {
  const reading = readCdr(cdr);
  if (!reading.ok) throw new Error(`the recorded CDR cannot be read: ${reading.reason}`);
  return reading.leg;
}

async function tenantOf(connection: Connection): Promise<string> {
  const [rows] = await connection.query("SELECT id FROM tenants WHERE slug = 'pharma'");
  return (rows as { id: string }[])[0]?.id ?? '';
}

/** What was acknowledged must be there. */
async function checkStored(connection: Connection): Promise<void> {
  const [rows] = await connection.query('SELECT COUNT(*) AS legs FROM call_legs');
  const legs = Number((rows as { legs: number }[])[0]?.legs);
  const expected = (TAKEN_IN + POSTED) * (ROUNDS + 1);
  if (legs !== expected) throw new Error(`of ${expected} CDRs ${legs} were stored`);
}
