import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRequest, Phones } from '../../freeswitch/phones/phones';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import type { ApiClient } from './api-client';
import { type Cast, castOf, seatAgents, setStatus } from './cast';

const AGENTS = 3;
/** Long enough for the greeting and some seconds of talk; `answered` counts from the switch's answer. */
const TALKED_MS = 9_000;
/** Past the greeting and into the queue, while every agent still talks. */
const GAVE_UP_MS = 6_500;
const PATIENCE_MS = 60_000;
/** What callers press who are led by a script: who asks to be called back, and who asks how his claim stands. */
const LED: Record<string, Pick<CallRequest, 'digits' | 'hangupAfterMs'>> = {
  'health-line': { digits: [{ afterMs: 2000, digits: '2' }, { afterMs: 4500, digits: '3' }] },
  'claims-line': { digits: [{ afterMs: 2000, digits: '2' }, { afterMs: 4500, digits: '12345678#' }], hangupAfterMs: 15_000 },
};

/**
 * Three callers of each tenant are answered, and a fourth, who finds all agents talking, gives up; one more is led by the
 * tenant's script. All tenants at the same time. @returns how many calls were placed
 */
export async function placeDemonstrationCalls(specs: TenantSpec[], api: ApiClient, phones: Phones): Promise<number> {
  const casts = await Promise.all(specs.map((spec) => castOf(spec, api, AGENTS)));
  for (const cast of casts) await seatAgents(cast, phones, { kind: 'answer', afterMs: 800 });
  const calls = casts.flatMap((cast, index) => callsOf(cast, index));
  const results = await Promise.all(calls.map(({ request, afterMs }) => place(phones, request, afterMs)));
  const refused = results.find((result) => result.status !== 200 && result.status !== 487);
  if (refused) throw new Error(`a call was refused with SIP status ${refused.status}`);
  for (const cast of casts) await Promise.all(cast.agents.map((agent) => setStatus(cast, agent, 'logged_out')));
  return calls.length;
}

/** Waits until every call that was placed is settled and rated. */
export async function untilRated(count: () => Promise<{ settled: number; rated: number }>, placed: number): Promise<void> {
  const before = Date.now();
  for (;;) {
    const { settled, rated } = await count();
    if (settled >= placed && rated >= placed) return;
    if (Date.now() - before > PATIENCE_MS) {
      throw new Error(`of ${placed} calls ${settled} have their CDR and ${rated} are rated; the rest did not come`);
    }
    await sleep(100);
  }
}

function callsOf(cast: Cast, index: number): { request: CallRequest; afterMs: number }[] {
  const from = (caller: number) => `138001${index}00${String(caller).padStart(2, '0')}`;
  return [
    ...cast.agents.map((_, caller) => ({
      request: { from: from(caller + 1), to: cast.number, hangupAfterAnswerMs: TALKED_MS },
      afterMs: 0,
    })),
    { request: { from: from(cast.agents.length + 1), to: cast.number, hangupAfterMs: GAVE_UP_MS }, afterMs: 700 },
    ...ledCalls(cast.spec, from(cast.agents.length + 2)),
  ];
}

/** Not at once: until the texts have been spoken, whoever hears them first would be late with his keys. */
function ledCalls({ numbers }: TenantSpec, from: string): { request: CallRequest; afterMs: number }[] {
  const led = numbers.find(({ ivr }) => ivr !== null && ivr in LED);
  return led ? [{ request: { from, to: led.number, ...LED[led.ivr ?? ''] }, afterMs: 1500 }] : [];
}

async function place(phones: Phones, request: CallRequest, afterMs: number) {
  await sleep(afterMs);
  return phones.call(request).ended;
}
