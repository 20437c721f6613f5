import type { Account } from './account';
import { differences } from './compare';
import { Run } from './run';
import { type Scenario, sleep } from './scenario';
import { all } from './stage';
import { SLUGS, type Slug } from './stages';
import { Standstill } from './standstill';
import type { SwitchStarter } from './switch-under-test';
import { TestBed } from './test-bed';

/** What became of a scenario. */
export interface Result {
  /** Null when it broke down. */
  account: Account | null;
  /** What the product heard of each agent, caller and queue: see queue-actions.ts. */
  actions: Record<string, string[]>;
  /** Empty when all is as it must be. */
  problems: string[];
}

/** The last result: whether the tenants' books hold what the scenarios account for, and nothing else. */
export const BOOKS = 'the-books';

/** Each is people's time and the machine's; more than so many at once, and it is the machine that is tried. */
const AT_ONCE = 12;
/** Between the starts of the first ones, so that not all phones are started in one instant. */
const STAGGER_MS = 250;

/**
 * Plays all scenarios on one switch, side by side but for those that must be alone. What each left is read when it is
 * complete and once more when all are over: what came too much or too late shows then.
 *
 * @param isPlayed the others are staged all the same, so that each has the same names in every run
 */
export async function runScenarios(
  startSwitch: SwitchStarter,
  scenarios: readonly Scenario[],
  isPlayed: (scenario: Scenario) => boolean = () => true,
): Promise<Map<string, Result>> {
  const bed = await TestBed.start(startSwitch, scenarios);
  const standstill = new Standstill();
  try {
    const runs = scenarios
      .map((scenario, index) => new Run(bed, scenario, index, standstill))
      .filter(({ scenario }) => isPlayed(scenario));
    await playSideBySide(runs.filter(({ scenario }) => !scenario.alone));
    for (const run of runs.filter(({ scenario }) => scenario.alone)) await run.play();
    const results = new Map<string, Result>();
    for (const run of runs) results.set(run.scenario.name, await run.result());
    return results.set(BOOKS, await books(bed, runs, [...results.values()]));
  } finally {
    standstill.end();
    await bed.stop();
  }
}

async function playSideBySide(runs: readonly Run[]): Promise<void> {
  const left = [...runs];
  const play = async (_: unknown, place: number) => {
    await sleep(place * STAGGER_MS);
    for (let run = left.shift(); run; run = left.shift()) await run.play();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, play));
}

/** All usage of each tenant, in micro-units, must be that of its scenarios' calls; every CDR must have been read. */
async function books(bed: TestBed, runs: readonly Run[], results: readonly Result[]): Promise<Result> {
  const rejectedCdrs = (await bed.rejectedCdrs()).filter((reason) => reason !== NOBODYS);
  const expected: Record<string, unknown> = { rejectedCdrs: [] };
  const facts: Record<string, unknown> = { rejectedCdrs };
  for (const slug of SLUGS) {
    const usage = await all<{ id: string; amount_micro: string }>(bed.apis[slug], '/v1/usage');
    facts[slug] = { records: usage.length, amountMicro: sum(usage.map((row) => Number(row.amount_micro))) };
    expected[slug] = usageOf(slug, runs, results);
  }
  return { account: { calls: [], facts }, actions: {}, problems: differences(expected, facts) };
}

/** A call that is refused because nobody owns its number has a CDR that belongs to nobody. */
const NOBODYS = 'belongs to no tenant';

function usageOf(slug: Slug, runs: readonly Run[], results: readonly Result[]) {
  const usage = runs.flatMap((run, nth) =>
    (results[nth]?.account?.calls ?? []).flatMap((call, at) => (run.slugOfCall(at) === slug ? call.usage : [])),
  );
  return { records: usage.length, amountMicro: sum(usage.map((row) => Number(row.amountMicro))) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
