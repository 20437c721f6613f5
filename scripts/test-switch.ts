import { join } from 'node:path';
import { RECORDED_ACTIONS, recordActions } from '../test/telephony/conformance/recorded-actions';
import { BOOKS, type Result, runScenarios } from '../test/telephony/conformance/run-scenarios';
import { SCENARIOS, WITHOUT_SIP } from '../test/telephony/conformance/scenarios/scenarios';
import { realSwitch, simulator } from '../test/telephony/conformance/switch-under-test';
import { testServiceOptions } from '../test/setup/services';
import { ensureProgram, SIPP } from './services/ensure-program';
import { repositoryRoot } from './services/repository-root';
import { ServiceError } from './services/service-error';
import { startServices } from './services/services';
import { findFreeSwitch } from './switch/find-free-switch';
import { report } from './test-switch/report';
import { type Trial, TRIALS } from './test-switch/trials';

const NO_FREESWITCH = `
*** NO FREESWITCH: NOTHING WAS TESTED ***
FREESWITCH is not set, and PATH holds no program of that name. Name one (1.10.12 or later; "npm run switch" lists
the modules that it needs) and try again:

  FREESWITCH=/path/to/bin/freeswitch npm run test:switch

The same scenarios run against the simulator as part of npm test.
`;

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

const root = repositoryRoot(__dirname);
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * All scenarios on the real switch and on the simulator, one after the other: they share two cores at the most.
 * `--record` keeps what the real one told, for the tests of the simulator; names of scenarios and trials run those alone.
 */
async function main(): Promise<Counts> {
  const binary = findFreeSwitch(process.env);
  if (binary === undefined) {
    say(NO_FREESWITCH);
    return { passed: 0, failed: 0, skipped: SCENARIOS.length + 1 + TRIALS.length };
  }
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const isPlayed = ({ name }: { name: string }) => names.length === 0 || names.includes(name);
  const scenarios = SCENARIOS.filter(isPlayed);
  const trials = TRIALS.filter(isPlayed);
  await ensureProgram(SIPP, say);
  const services = await startServices({ ...testServiceOptions, log: say });
  process.env['DATABASE_URL'] = services.databaseUrl;
  process.env['REDIS_URL'] = services.redisUrl;
  try {
    const counts = scenarios.length === 0 ? { ...NOTHING } : await play(binary, scenarios, isPlayed);
    for (const trial of trials) {
      if (await holds(trial, binary)) counts.passed += 1;
      else counts.failed += 1;
    }
    return counts;
  } finally {
    await services.stop();
  }
}

async function play(binary: string, scenarios: typeof SCENARIOS, isPlayed: (scenario: { name: string }) => boolean): Promise<Counts> {
  say(`${scenarios.length} scenarios on FreeSWITCH (${binary}) …`);
  const real = await runScenarios(realSwitch(binary), SCENARIOS, isPlayed);
  say(`${WITHOUT_SIP.filter(isPlayed).length} scenarios on the simulator …`);
  const simulated = await runScenarios(simulator(join(root, 'dist/freeswitch/simulator/main.js')), WITHOUT_SIP, isPlayed);
  const counts = show(scenarios, real, simulated);
  if (process.argv.includes('--record') && counts.failed === 0) {
    recordActions(real);
    say(`What FreeSWITCH told is kept in ${RECORDED_ACTIONS}`);
  }
  return counts;
}

/** Whatever is wrong is said; one that breaks down keeps none of the others. */
async function holds({ name, what, run }: Trial, binary: string): Promise<boolean> {
  say(`${what} …`);
  const { problems, ...figures } = await run(binary, say).catch((error: unknown) => ({ problems: [String((error as Error).stack ?? error)] }));
  process.stdout.write(`${name.padEnd(16)} ${JSON.stringify(figures)}\n`);
  for (const problem of problems) say(`  ${problem}`);
  return problems.length === 0;
}

function show(scenarios: typeof SCENARIOS, real: Map<string, Result>, simulated: Map<string, Result>): Counts {
  const played = [...scenarios, { name: BOOKS, varies: true }];
  const rows = played.map((row) => ({ ...row, real: real.get(row.name), simulated: simulated.get(row.name) }));
  const { text, failed } = report(rows);
  process.stdout.write(`${text}\n`);
  return { passed: rows.length - failed, failed, skipped: 0 };
}

main()
  .catch((error: unknown) => {
    const known = error instanceof ServiceError;
    say(known ? error.message : String((error as Error).stack ?? error));
    return { passed: 0, failed: 1, skipped: 0 };
  })
  .then(({ passed, failed, skipped }) => {
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    process.exit(failed === 0 && passed > 0 ? 0 : 1);
  });
