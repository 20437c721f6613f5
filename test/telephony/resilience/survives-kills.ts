import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { maskNumber } from '../../../src/platform/privacy/mask-number';
import type { KnownCall } from '../../../src/features/calls/domain/call-numbers-columns';
import { openedCalls } from '../../factories/opened';
import { bookProblems, type Floor, floorProblems, invoiceProblems, legProblems, menuProblems, pictureProblems } from './audit';
import { Callers, type PlacedCall } from './callers';
import { Centre, type Servers, type SwitchKind } from './centre';
import { untilRight } from './eventually';
import type { ProcessName } from './product-process';
import { NUMBERS, TENANTS, type TenantName, TWO_TENANTS } from './tenant-yaml';

/** The api for so long that whoever is in a menu comes out of it meanwhile, and nobody says where to. */
const DOWN_MS: Record<ProcessName, number> = { api: 12_000, switch: 2500, worker: 2500 };
/** In this order the switch process is down while calls end, and the worker holds jobs. */
const PROCESSES: ProcessName[] = ['api', 'switch', 'worker'];

/** What came of it; whatever is wrong stands in `problems`. */
export interface Survival {
  problems: string[];
  calls: number;
  legs: number;
  /** Refused while nobody could say whose number it is. */
  refused: number;
  /** The most CDRs that lay on the switch's disk at one time. */
  spooled: number;
  /** How many calls were under way when each process was ended. */
  underWay: Record<string, number>;
  exitCodes: Record<ProcessName, number | null>;
  /** From the last call's end until everything was settled and rated. */
  secondsToCatchUp: number;
}

/**
 * Fifty calls at a time in all phases, while each process of the product is ended as by a power cut and comes back, and
 * then is asked to end and comes back; at last the switch itself is ended as by a power cut.
 */
export async function survivesKills(servers: Servers, kind: SwitchKind): Promise<Survival> {
  const centre = await Centre.open(servers, kind, TWO_TENANTS);
  try {
    const survival = await withCallers(centre, '1380', (callers) => processesEnd(centre, callers));
    survival.problems.push(...(await withCallers(centre, '1390', (callers) => switchEnds(centre, callers))));
    return survival;
  } finally {
    await centre.close();
  }
}

/** However the work ends, nobody goes on dialling. */
async function withCallers<T>(centre: Centre, prefix: string, work: (callers: Callers) => Promise<T>): Promise<T> {
  const callers = new Callers(centre.phones, prefix);
  callers.start();
  try {
    return await work(callers);
  } finally {
    callers.abandon();
  }
}

async function processesEnd(centre: Centre<TenantName>, callers: Callers): Promise<Survival> {
  const spool = watchSpool(centre.spoolDir);
  const underWay: Record<string, number> = {};
  const inMenus: PlacedCall[] = [];
  const exitCodes = {} as Survival['exitCodes'];
  await untilRight('the long calls', () => longCalls(centre, callers));
  for (const name of PROCESSES) {
    underWay[`kill -9 ${name}`] = await fifty(callers);
    inMenus.push(...callers.present('in-a-menu'));
    await centre.processes[name].kill();
    await sleep(DOWN_MS[name]);
    await centre.processes[name].start();
    await untilRight(`the floor after kill -9 of ${name}`, () => longCalls(centre, callers));
    await untilRight(`the picture after kill -9 of ${name}`, () => pictureProblems(centre));
  }
  const screen = await watchFloor(centre);
  for (const name of PROCESSES) {
    underWay[`stop ${name}`] = await fifty(callers);
    exitCodes[name] = await centre.processes[name].stop();
    await centre.processes[name].start();
  }
  screen.close();
  await untilRight('the picture after the restarts', () => pictureProblems(centre));
  await callers.close();
  const books = () => bookProblems(centre, callers.placed);
  const secondsToCatchUp = await untilRight('the books', books);
  await untilRight('an empty floor', () => floorProblems(centre));
  // once more: what comes too much or too late shows now
  const problems = [...(await books()), ...(await menuProblems(centre, inMenus)), ...(await invoiceProblems(centre)), ...exitProblems(exitCodes)];
  const { legs, refused } = await legProblems(centre);
  return { problems, calls: callers.placed.length, legs, refused, spooled: spool.stop(), underWay, exitCodes, secondsToCatchUp };
}

async function fifty(callers: Callers): Promise<number> {
  await untilRight('fifty calls', async () => (callers.running >= 50 ? [] : [`${callers.running} calls`]));
  return callers.running;
}

/** The calls of which the switch tells nothing for a long time are shown as they are: one talks, one waits. */
async function longCalls(centre: Centre<TenantName>, callers: Callers): Promise<string[]> {
  const wrong: string[] = [];
  for (const tenant of TENANTS) {
    const { calls } = await centre.apis[tenant].get<Floor>('/v1/live');
    for (const [intent, state, queue] of [['long-talk', 'talking', 'line'], ['long-wait', 'waiting', 'empty']] as const) {
      const placed = callers.of(intent).filter((call) => call.tenant === tenant);
      // whoever looks is the provider's, and sees numbers masked
      const shown = calls.find(({ from }) => from === maskNumber(placed.at(-1)?.from ?? ''));
      if (placed.length !== 1) wrong.push(`${tenant}: the ${intent} broke off`);
      if (shown?.state !== state || shown.queue !== queue) wrong.push(`${tenant}: the ${intent} is shown ${JSON.stringify(shown)}`);
      if (intent === 'long-talk' && shown?.agent !== '1030') wrong.push(`${tenant}: the ${intent} is with ${shown?.agent}`);
      if (intent === 'long-wait' && !shown?.waiting_since) wrong.push(`${tenant}: the ${intent} waits since ever`);
    }
  }
  return wrong;
}

/** A screen that stays open: it must not keep the api from ending. */
async function watchFloor(centre: Centre): Promise<WebSocket> {
  const [tenant] = await centre.staff.all<{ id: string }>('/v1/tenants');
  const url = `${centre.apiUrl.replace('http', 'ws')}/v1/live/stream?tenant=${tenant?.id}`;
  const screen = new WebSocket(url, ['seatline.live', `bearer.${centre.token}`]);
  screen.on('error', () => undefined);
  await Promise.race([once(screen, 'message'), closed(screen), late(20_000)]);
  return screen;
}

async function closed(screen: WebSocket): Promise<never> {
  const [code] = (await once(screen, 'close')) as [number];
  throw new Error(`the screen was closed with ${code} before it showed anything`);
}

async function late(patienceMs: number): Promise<never> {
  await sleep(patienceMs, undefined, { ref: false });
  throw new Error(`the screen shows nothing after ${patienceMs / 1000} s`);
}

/** All calls die with the switch; agents, tiers and queues are there again, and so is who calls next. */
async function switchEnds(centre: Centre<TenantName>, callers: Callers): Promise<string[]> {
  await untilRight('the long calls', () => longCalls(centre, callers));
  callers.abandon();
  await centre.witness.stop();
  await centre.theSwitch.replaceAfterCrash();
  await centre.listen();
  await centre.registerPhones();
  await untilRight('an empty floor after the switch', () => floorProblems(centre));
  const result = await centre.phones.call({ from: '13999999999', to: NUMBERS.north.desk }).ended;
  const [call] = await settledCall(centre, '13999999999');
  await untilRight('an empty floor at last', () => floorProblems(centre));
  const isRight = result.answered && call?.outcome === 'answered';
  return isRight ? [] : [`the first call after the switch's restart: ${JSON.stringify({ result, call })}`];
}

async function settledCall(centre: Centre, from: string): Promise<KnownCall[]> {
  const find = async () => (await openedCalls(centre.database)).filter((call) => call.settled && call.fromNumber === from);
  await untilRight('the new call settled', async () => ((await find()).length === 1 ? [] : ['not settled']));
  return find();
}

function exitProblems(codes: Record<ProcessName, number | null>): string[] {
  return PROCESSES.flatMap((name) => (codes[name] === 0 ? [] : [`${name} ended with exit code ${codes[name]}`]));
}

function watchSpool(directory: string): { stop(): number } {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, count(directory))), 200);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function count(directory: string): number {
  try {
    return readdirSync(directory).length;
  } catch {
    return 0;
  }
}
