import { setTimeout as sleep } from 'node:timers/promises';
import type { OngoingCall } from '../freeswitch/phones/phones';
import { SIMULATOR } from '../test/telephony/resilience/run-survival';
import type { Figure } from './figure';
import { withCentre } from './ivr-centre';
import { NUMBERS, STEPS } from './ivr-house';
import { cpuSeconds, residentKb } from './process-use';
import { rounded } from './statistics';

const CALLS = 200;
const HELD = 1000;
/** How long a caller's welcome takes, and more. */
const SETTLED_MS = 5000;
const BETWEEN_CALLS_MS = 20;

/**
 * How many steps of scripts the switch process does for each second of processor time: of questions that the switch asks and
 * nobody answers, with all that the process does besides for these calls, from their first event to their last.
 */
export async function ivrStepsPerCpuSecond(log: (line: string) => void): Promise<Figure> {
  return withCentre(log, SIMULATOR, async (centre) => {
    const { pid } = centre.processes.switch;
    const call = async (caller: number) => {
      await sleep(caller * BETWEEN_CALLS_MS);
      return centre.phones.call({ from: numberOf(caller), to: NUMBERS.long }).ended;
    };
    await call(0);
    const before = cpuSeconds(pid);
    await Promise.all(Array.from({ length: CALLS }, (_, caller) => call(caller + 1)));
    const seconds = cpuSeconds(pid) - before;
    // the last step of each hangs up
    const steps = CALLS * (STEPS + 1);
    const value = rounded(steps / seconds, 0);
    return { figure: 'ivr-steps-per-cpu-s', value, unit: '1/s', goal: 500, detail: { calls: CALLS, steps, cpuSeconds: rounded(seconds, 2) } };
  });
}

/** Kilobytes by which the switch process grows for each caller whom a script holds in a menu. */
export async function ivrKbPerHeldCall(log: (line: string) => void): Promise<Figure> {
  return withCentre(log, SIMULATOR, async (centre) => {
    const { pid } = centre.processes.switch;
    const hold = async (from: number, count: number) => {
      const calls = Array.from({ length: count }, async (_, caller) => {
        await sleep(caller * BETWEEN_CALLS_MS);
        return centre.phones.call({ from: numberOf(from + caller), to: NUMBERS.held });
      });
      const held = await Promise.all(calls);
      await sleep(SETTLED_MS);
      return held;
    };
    // what the first calls load stays
    await endAll(await hold(0, CALLS));
    await sleep(SETTLED_MS);
    const before = residentKb(pid);
    const held = await hold(CALLS, HELD);
    const after = residentKb(pid);
    const led = (await centre.apis.bench.get<{ calls: unknown[] }>('/v1/live')).calls.length;
    if (led !== HELD) throw new Error(`${led} calls are held, not ${HELD}`);
    await endAll(held);
    const value = rounded((after - before) / HELD, 1);
    return { figure: 'ivr-kb-per-held-call', value, unit: 'kB', goal: 100, detail: { held: HELD, beforeKb: before, afterKb: after } };
  });
}

async function endAll(calls: readonly OngoingCall[]): Promise<void> {
  await Promise.all(calls.map((call) => call.hangup()));
}

function numberOf(caller: number): string {
  return `1392${String(caller).padStart(7, '0')}`;
}
