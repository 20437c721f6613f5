import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { repositoryRoot } from '../scripts/services/repository-root';
import { type Database, openDatabase } from '../scripts/start/database';
import { applyTenants } from '../scripts/start/tenants';
import { makeKeys } from './api-keys';
import type { Figure } from './figure';
import { percentile, rounded } from './statistics';
import { timedGet } from './timed-get';

/** Questions of each kind of object and each kind of id. */
const QUESTIONS = 400;
const WARM_UP = 100;
const GOAL = { lowest: 0.95, highest: 1.05 };

/** A route that reads one object by its id, and an object of another tenant. */
interface Subject {
  path: string;
  foreign: string;
  unknown: string;
}

/**
 * How long it takes to be told that there is no such object, where another tenant has it and where nobody has: the medians'
 * ratio, of the route where it is farthest from 1. The two are asked in turn.
 */
export async function foreignVsUnknownId(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  // what is measured is the answer, not the waiting for one's turn
  instance.environment['TENANT_REQUESTS_PER_SECOND'] = '100000';
  const database = await openDatabase(instance.environment['DATABASE_URL'] ?? '');
  try {
    await instance.start('main');
    await instance.with(applyTenants);
    const [key = ''] = await makeKeys(database, 'pharma', 1);
    await makeKeys(database, 'insurance', 1);
    const subjects = await subjectsIn(database);
    const ratios: Record<string, number> = {};
    for (const subject of subjects) ratios[subject.path] = rounded(await ratioOf(instance, key, subject), 3);
    return figureOf(ratios);
  } finally {
    await database.close();
    await instance.stop();
  }
}

function figureOf(ratios: Record<string, number>): Figure {
  const farthest = Object.values(ratios).reduce((far, each) => (Math.abs(each - 1) > Math.abs(far - 1) ? each : far), 1);
  return { figure: 'foreign-vs-unknown-id', value: farthest, unit: 'ratio', goal: GOAL.highest, detail: { ...GOAL, ratios } };
}

/** Every route that reads one object, of which the other tenant has one. */
async function subjectsIn(database: Database): Promise<Subject[]> {
  const subjects = await Promise.all(pathsOfObjects().map((path) => subjectOf(database, path)));
  return subjects.filter((subject) => subject !== null);
}

function pathsOfObjects(): string[] {
  const document = JSON.parse(readFileSync(join(repositoryRoot(__dirname), 'docs/openapi.json'), 'utf8')) as {
    paths: Record<string, { get?: { 'x-scope': string } }>;
  };
  const paths = Object.entries(document.paths).filter(([, item]) => item.get?.['x-scope'] === 'tenant');
  return paths.map(([path]) => path).filter((path) => /^\/v1\/[a-z-]+\/\{id\}$/.test(path));
}

async function subjectOf(database: Database, path: string): Promise<Subject | null> {
  const table = (path.split('/')[2] ?? '').replaceAll('-', '_');
  const [row] = await database.sql<{ id: string }>(
    `SELECT o.id FROM ${table} o JOIN tenants t ON t.id = o.tenant_id WHERE t.slug = 'insurance' LIMIT 1`,
  );
  return row ? { path, foreign: row.id, unknown: `${row.id.slice(0, 4)}${'0'.repeat(26)}` } : null;
}

async function ratioOf({ apiUrl }: Instance, key: string, { path, foreign, unknown }: Subject): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { foreign: [] as number[], unknown: [] as number[] };
  const ask = async (id: string): Promise<number> => {
    const { status, milliseconds } = await timedGet(apiUrl + path.replace('{id}', id), key, agent);
    if (status !== 404) throw new Error(`${path} was answered ${status}`);
    return milliseconds;
  };
  for (let turn = -WARM_UP; turn < QUESTIONS; turn += 1) {
    const pair = { foreign, unknown };
    for (const kind of turn % 2 ? (['foreign', 'unknown'] as const) : (['unknown', 'foreign'] as const)) {
      const milliseconds = await ask(pair[kind]);
      if (turn >= 0) times[kind].push(milliseconds);
    }
  }
  agent.destroy();
  return percentile(times.foreign, 0.5) / percentile(times.unknown, 0.5);
}
