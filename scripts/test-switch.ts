import { join } from 'node:path';
import { RECORDED_ACTIONS, recordActions } from '../test/telephony/conformance/recorded-actions';
import { BOOKS, type Result, runScenarios } from '../test/telephony/conformance/run-scenarios';
import { SCENARIOS, WITHOUT_SIP } from '../test/telephony/conformance/scenarios/scenarios';
import { realSwitch, simulator } from '../test/telephony/conformance/switch-under-test';
import { testServiceOptions } from '../test/setup/services';
import { runBrowserPhone } from '../test/telephony/browser-phone/run-browser-phone';
import { runRecordingPause } from '../test/telephony/recording/run-recording-pause';
import { freeSwitch, runSurvival } from '../test/telephony/resilience/run-survival';
import { provisionHotline } from './provisioning/provision-hotline';
import { CHROMIUM, ensureProgram, SIPP } from './services/ensure-program';
import { repositoryRoot } from './services/repository-root';
import { ServiceError } from './services/service-error';
import { startServices } from './services/services';
import { findFreeSwitch } from './switch/find-free-switch';
import { report } from './test-switch/report';

const NO_FREESWITCH = `
*** NO FREESWITCH: NOTHING WAS TESTED ***
FREESWITCH is not set, and PATH holds no program of that name. Name one (1.10.12 or later; "npm run switch" lists
the modules that it needs) and try again:

  FREESWITCH=/path/to/bin/freeswitch npm run test:switch

The same scenarios run against the simulator as part of npm test.
`;

/** Besides the scenarios: all processes killed under load, a hotline provisioned, a recording paused, a call in a page. */
const TRIALS = 4;
/** Seconds from a hotline's file to its first answered call. */
const PROVISIONED_WITHIN = 60;

const root = repositoryRoot(__dirname);
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * All scenarios on the real switch and on the simulator, one after the other: they share two cores at the most.
 * `--record` keeps what the real one told, for the tests of the simulator; names of scenarios run those alone.
 */
async function main(): Promise<Counts> {
  const binary = findFreeSwitch(process.env);
  if (binary === undefined) {
    say(NO_FREESWITCH);
    return { passed: 0, failed: 0, skipped: SCENARIOS.length + 1 + TRIALS };
  }
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const isPlayed = ({ name }: { name: string }) => names.length === 0 || names.includes(name);
  const scenarios = SCENARIOS.filter(isPlayed);
  await ensureProgram(SIPP, say);
  const services = await startServices({ ...testServiceOptions, log: say });
  process.env['DATABASE_URL'] = services.databaseUrl;
  process.env['REDIS_URL'] = services.redisUrl;
  try {
    say(`${scenarios.length} scenarios on FreeSWITCH (${binary}) …`);
    const real = await runScenarios(realSwitch(binary), SCENARIOS, isPlayed);
    say(`${WITHOUT_SIP.filter(isPlayed).length} scenarios on the simulator …`);
    const simulated = await runScenarios(simulator(join(root, 'dist/freeswitch/simulator/main.js')), WITHOUT_SIP, isPlayed);
    const counts = show(scenarios, real, simulated);
    if (process.argv.includes('--record') && counts.failed === 0) {
      recordActions(real);
      say(`What FreeSWITCH told is kept in ${RECORDED_ACTIONS}`);
    }
    if (names.length > 0) return counts;
    const problems = [...(await kills(binary)), ...(await provisioning()), ...(await recordingPause(binary)), ...(await browserPhone(binary))];
    for (const problem of problems) say(problem);
    const failed = Math.min(problems.length, TRIALS);
    return { passed: counts.passed + TRIALS - failed, failed: counts.failed + failed, skipped: 0 };
  } finally {
    await services.stop();
  }
}

/** Fifty calls on the real switch while every process of the product, and the switch itself, is killed. */
async function kills(binary: string): Promise<string[]> {
  say('Killing every process under fifty calls …');
  const { problems, ...figures } = await runSurvival(freeSwitch(binary));
  process.stdout.write(`kills         ${JSON.stringify(figures)}\n`);
  return problems;
}

/** The emergency hotline, from its file to its first answered call, while another tenant's call goes on. */
async function provisioning(): Promise<string[]> {
  say('Provisioning the emergency hotline …');
  const { seconds, ...figures } = await provisionHotline(say);
  process.stdout.write(`provisioning  ${JSON.stringify({ seconds, ...figures })}\n`);
  return seconds < PROVISIONED_WITHIN ? [] : [`the first call was answered after ${seconds} s, not within ${PROVISIONED_WITHIN} s`];
}

/** A conversation in which both sides speak, paused for card data: its recording, sample by sample. */
async function recordingPause(binary: string): Promise<string[]> {
  say('Pausing a recording …');
  const { problems, ...figures } = await runRecordingPause(realSwitch(binary));
  process.stdout.write(`pause         ${JSON.stringify(figures)}\n`);
  return problems.length === 0 ? [] : [`the recording is not as it must be: ${problems.join('; ')}`];
}

/** A call that an agent answers in Chromium, over WebRTC, with the page loaded anew and the network cut in the middle of it. */
async function browserPhone(binary: string): Promise<string[]> {
  say('Answering in a page …');
  await ensureProgram(CHROMIUM, say);
  const { problems, ...figures } = await runBrowserPhone(realSwitch(binary));
  process.stdout.write(`page          ${JSON.stringify(figures)}\n`);
  return problems.length === 0 ? [] : [`a call in the page is not as it must be: ${problems.join('; ')}`];
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
