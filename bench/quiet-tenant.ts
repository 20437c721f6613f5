import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { type Database, openDatabase } from '../scripts/start/database';
import { applyTenants } from '../scripts/start/tenants';
import { newApiKey } from '../src/platform/auth/api-key-secret';
import { digestOf } from '../src/platform/auth/random-secret';
import { newId } from '../src/platform/database/ids';
import type { Figure } from './figure';
import { percentile, rounded } from './statistics';

const ROUNDS = 5;
/** Questions of the quiet tenant a round, one at a time with a pause after each: a portal that is open. */
const QUESTIONS = 300;
const PAUSE_MS = 30;
/** The flood: so many clients of one tenant, each with a key of its own, who ask again as soon as they are answered. */
const CLIENTS = 50;
/** The flood has been on for so long before the measurement begins. */
const SETTLED_MS = 2_000;
const PATH = '/v1/queues';

interface Round {
  calm: number;
  flooded: number;
}

/**
 * The 99th percentile of one tenant's answers while another floods the API, divided by the same without the flood; in
 * turn, the median of the rounds.
 */
export async function quietTenantP99(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  const database = await openDatabase(instance.environment['DATABASE_URL'] ?? '');
  try {
    await instance.start('main');
    await instance.with(applyTenants);
    const [quiet = ''] = await makeKeys(database, 'insurance', 1);
    const loud = await makeKeys(database, 'pharma', CLIENTS);
    await timesOf(instance, quiet);
    const rounds: Round[] = [];
    const answers = new Map<number, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const calm = percentile(await timesOf(instance, quiet), 0.99);
      const stop = flood(instance, loud, answers);
      await sleep(SETTLED_MS);
      const flooded = percentile(await timesOf(instance, quiet), 0.99);
      await stop();
      rounds.push({ calm, flooded });
    }
    return figureOf(rounds, answers);
  } finally {
    await database.close();
    await instance.stop();
  }
}

function figureOf(rounds: readonly Round[], answers: ReadonlyMap<number, number>): Figure {
  const ratios = rounds.map(({ calm, flooded }) => flooded / calm);
  return {
    figure: 'quiet-tenant-p99-under-flood',
    value: rounded(percentile(ratios, 0.5), 2),
    unit: 'ratio',
    goal: 1.1,
    detail: {
      rounds: ROUNDS,
      lowest: rounded(Math.min(...ratios), 2),
      highest: rounded(Math.max(...ratios), 2),
      calmP99Ms: rounded(percentile(rounds.map(({ calm }) => calm), 0.5), 2),
      floodedP99Ms: rounded(percentile(rounds.map(({ flooded }) => flooded), 0.5), 2),
      floodAnswers: Object.fromEntries(answers),
    },
  };
}

async function makeKeys(database: Database, tenant: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, () => newApiKey());
  for (const key of keys) {
    await database.sql(
      `INSERT INTO api_keys (tenant_id, id, created_at, name, role, secret_hash)
       SELECT id, ?, NOW(3), 'bench', 'tenant_admin', ? FROM tenants WHERE slug = ?`,
      [newId('apiKey'), digestOf(key), tenant],
    );
  }
  return keys;
}

/** Milliseconds each. */
async function timesOf(instance: Instance, key: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let turn = 0; turn < QUESTIONS; turn += 1) {
    const began = performance.now();
    const status = await ask(instance, key, agent);
    times.push(performance.now() - began);
    if (status !== 200) throw new Error(`the quiet tenant was answered ${status}`);
    await sleep(PAUSE_MS);
  }
  agent.destroy();
  return times;
}

/** @returns what ends it */
function flood(instance: Instance, keys: readonly string[], answers: Map<number, number>): () => Promise<unknown> {
  let over = false;
  const agent = new Agent({ keepAlive: true });
  const clients = keys.map(async (key) => {
    while (!over) {
      const status = await ask(instance, key, agent);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  });
  return async () => {
    over = true;
    await Promise.all(clients);
    agent.destroy();
  };
}

function ask({ apiUrl }: Instance, key: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${apiUrl}${PATH}`, { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end();
  });
}
