import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { openDatabase } from '../scripts/start/database';
import { applyTenants } from '../scripts/start/tenants';
import { makeKeys } from './api-keys';
import type { Figure } from './figure';
import { type Answers, startFlood } from './flood';
import { percentile, rounded } from './statistics';
import { stolenTicks } from './stolen-time';
import { timedGet } from './timed-get';

/** Many and short: what else the machine does then falls upon both halves alike. */
const ROUNDS = 40;
/** Questions of the quiet tenant in each half of a round, one at a time with a pause after each. A 99th percentile wants thousands. */
const QUESTIONS = 100;
const PAUSE_MS = 50;
/** With so many seats that it may ask so often. */
const QUIET = 'emergency-hotline';
const LOUD = 'pharma';
/** The quiet tenant's keys, which ask in turn: one of its own may ask less. */
const PORTALS = 2;
/** The flood: so many clients of one tenant, each with a key of its own, who ask again as soon as they are answered. */
const CLIENTS = 50;
/** The flood has been on for so long before the measurement begins. */
const SETTLED_MS = 500;
const PATH = '/v1/queues';
/** How often the rounds are drawn anew, to tell how sure the figure is. */
const DRAWS = 200;

/** Milliseconds of each answer. */
interface Round {
  calm: number[];
  flooded: number[];
}

/**
 * The 99th percentile of one tenant's answers while another floods the API, divided by the same without the flood. The two
 * are measured in turn, and each taken over all rounds. An answer during which the host took a CPU away is left out, on
 * both sides: it would tell of the host.
 */
export async function quietTenantP99(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  const database = await openDatabase(instance.environment['DATABASE_URL'] ?? '');
  try {
    await instance.start('main');
    await instance.with(applyTenants);
    const quiet = await makeKeys(database, QUIET, PORTALS);
    const loud = await makeKeys(database, LOUD, CLIENTS);
    await timesOf(instance, quiet);
    const rounds: Round[] = [];
    const answers: Answers = new Map();
    for (let round = 0; round < ROUNDS; round += 1) {
      const calm = await timesOf(instance, quiet);
      const stop = startFlood({ url: instance.apiUrl + PATH, keys: loud });
      await sleep(SETTLED_MS);
      const flooded = await timesOf(instance, quiet);
      for (const [status, count] of await stop()) answers.set(status, (answers.get(status) ?? 0) + count);
      rounds.push({ calm, flooded });
    }
    return figureOf(rounds, answers);
  } finally {
    await database.close();
    await instance.stop();
  }
}

function figureOf(rounds: readonly Round[], answers: Answers): Figure {
  const [calm, flooded] = [rounds.flatMap((round) => round.calm), rounds.flatMap((round) => round.flooded)];
  const drawn = Array.from({ length: DRAWS }, () => ratioOf(rounds.map(() => rounds[Math.floor(Math.random() * rounds.length)] as Round)));
  return {
    figure: 'quiet-tenant-p99-under-flood',
    value: rounded(ratioOf(rounds), 2),
    unit: 'ratio',
    goal: 1.1,
    detail: {
      rounds: ROUNDS,
      // nine times in ten: by bootstrap over the rounds
      from: rounded(percentile(drawn, 0.05), 2),
      to: rounded(percentile(drawn, 0.95), 2),
      calmP50Ms: rounded(percentile(calm, 0.5), 2),
      floodedP50Ms: rounded(percentile(flooded, 0.5), 2),
      calmP99Ms: rounded(percentile(calm, 0.99), 2),
      floodedP99Ms: rounded(percentile(flooded, 0.99), 2),
      calmAnswers: calm.length,
      floodedAnswers: flooded.length,
      floodAnswers: Object.fromEntries(answers),
    },
  };
}

function ratioOf(rounds: readonly Round[]): number {
  const p99 = (half: keyof Round) => percentile(rounds.flatMap((round) => round[half]), 0.99);
  return p99('flooded') / p99('calm');
}

/** Milliseconds each, of those in whose time the machine was ours. */
async function timesOf(instance: Instance, keys: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let turn = 0; turn < QUESTIONS; turn += 1) {
    const stolen = stolenTicks();
    const { status, milliseconds } = await timedGet(instance.apiUrl + PATH, keys[turn % keys.length] ?? '', agent);
    if (stolenTicks() === stolen) times.push(milliseconds);
    if (status !== 200) throw new Error(`the quiet tenant was answered ${status}`);
    await sleep(PAUSE_MS);
  }
  agent.destroy();
  return times;
}
