import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '../../../src/platform/config/config';
import { ProviderDatabase } from '../../../src/platform/database/provider-database';
import { ProcessModule } from '../../../src/process.module';
import { WorkerModule } from '../../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../../factories/api';
import { eventually, postCdr, recordedCdrs } from '../../factories/switch';

let api: TestApi;
let database: ProviderDatabase;
const spool = mkdtempSync(join(tmpdir(), 'seatline-spool-'));

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  await applyTenant(api.app, 'insurance');
});
afterAll(async () => {
  await api.stop();
  rmSync(spool, { recursive: true, force: true });
});

/** A leg of its own, made from a recorded one. */
function leg(change: (document: { switchname: string }) => void = () => undefined): { uuid: string; body: string } {
  const uuid = randomUUID();
  const document = JSON.parse(recordedCdrs('queue-timeout')[0] ?? '') as { switchname: string; variables: { uuid: string } };
  document.variables.uuid = uuid;
  change(document);
  return { uuid, body: JSON.stringify(document) };
}

/** The database's column takes ASCII only, and no reader of CDRs says so. */
const unstorable = () => leg((document) => (document.switchname = '交换机'));

async function stored(uuids: string[]): Promise<number> {
  const [row] = await database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM call_legs WHERE uuid IN (?)', [uuids]);
  return Number(row?.n);
}

async function keptAside(): Promise<number> {
  const [row] = await database.sql<{ n: number }>("SELECT COUNT(*) AS n FROM cdr_rejects WHERE reason LIKE 'refused by the database%'");
  return Number(row?.n);
}

it('stores the others of a batch when the database refuses one, and keeps that one aside', async () => {
  const before = await keptAside();
  const legs = Array.from({ length: 40 }, (_, index) => (index === 17 ? unstorable() : leg()));
  const statuses = await Promise.all(legs.map(({ body }) => postCdr(api, body)));
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(await stored(legs.map(({ uuid }) => uuid))).toBe(39);
  expect(await keptAside()).toBe(before + 1);
});

it('sweeps the whole spool though some of it cannot be stored or is still being written', async () => {
  const before = await keptAside();
  const legs = Array.from({ length: 450 }, (_, index) => (index === 3 ? unstorable() : leg()));
  for (const { uuid, body } of legs) writeFileSync(join(spool, `${uuid}.cdr.json`), `${body}\n`);
  writeFileSync(join(spool, 'unfinished.cdr.json'), legs[0]?.body.slice(0, 100) ?? '');
  const module = ProcessModule.of(readConfig({ ...api.environment, CDR_SPOOL: spool }), WorkerModule);
  const worker = await NestFactory.createApplicationContext(module, { logger: false });
  try {
    await eventually(async () => readdirSync(spool).length === 1);
    expect(readdirSync(spool)).toEqual(['unfinished.cdr.json']);
    expect(await stored(legs.map(({ uuid }) => uuid))).toBe(449);
    expect(await keptAside()).toBe(before + 1);
  } finally {
    await worker.close();
  }
});
