import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRequest, Phones } from '../../freeswitch/phones/phones';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import type { ApiClient } from './api-client';

const AGENTS = 3;
/** Long enough for the greeting and some seconds of talk; `answered` counts from the switch's answer. */
const TALKED_MS = 9_000;
/** Past the greeting and into the queue, while every agent still talks. */
const GAVE_UP_MS = 6_500;
const PATIENCE_MS = 60_000;

interface Seat {
  id: string;
  extension: string;
}

interface Agent {
  id: string;
  number: string;
  seat_id: string | null;
}

/** What a demonstration of one tenant is made of. */
interface Cast {
  spec: TenantSpec;
  api: ApiClient;
  number: string;
  agents: Agent[];
  seats: Map<string, Seat>;
}

/**
 * Three callers of each tenant are answered, and a fourth, who finds all agents talking, gives up; all tenants at the
 * same time. @returns how many calls were placed
 */
export async function placeDemonstrationCalls(specs: TenantSpec[], api: ApiClient, phones: Phones): Promise<number> {
  const casts = await Promise.all(specs.map((spec) => prepare(spec, api)));
  for (const cast of casts) await seatAgents(cast, phones);
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

async function prepare(spec: TenantSpec, provider: ApiClient): Promise<Cast> {
  const tenants = await provider.all<{ id: string; slug: string }>('/v1/tenants');
  const id = tenants.find(({ slug }) => slug === spec.tenant)?.id;
  if (!id) throw new Error(`the tenant ${spec.tenant} does not exist`);
  const api = await provider.enter(id, 'Places the demonstration calls');
  const number = alwaysOpenNumber(spec);
  const queue = spec.queues.find(({ name }) => name === number.queue);
  const numbers = new Set(queue?.tiers.map(({ agent }) => agent));
  const agents = (await api.all<Agent>('/v1/agents')).filter((agent) => numbers.has(agent.number) && agent.seat_id);
  const seats = new Map((await api.all<Seat>('/v1/seats')).map((seat) => [seat.id, seat]));
  const chosen = agents.sort((a, b) => a.number.localeCompare(b.number)).slice(0, AGENTS);
  return { spec, api, number: number.number, agents: chosen, seats };
}

/** So that a demonstration works at any hour. */
function alwaysOpenNumber(spec: TenantSpec): TenantSpec['numbers'][number] {
  const open = spec.numbers.find(({ hours, ivr }) => {
    const calendar = spec.hours.find(({ name }) => name === hours);
    const always = !calendar || Object.values(calendar.week).every((spans) => spans.some(({ open, close }) => open === '00:00' && close === '24:00'));
    return always && ivr === null;
  });
  if (!open) throw new Error(`${spec.tenant} has no number that is always open`);
  return open;
}

async function seatAgents(cast: Cast, phones: Phones): Promise<void> {
  for (const agent of cast.agents) {
    const seat = cast.seats.get(agent.seat_id ?? '');
    if (!seat) throw new Error(`agent ${agent.number} has no seat`);
    const { secret } = await cast.api.post<{ secret: string }>(`/v1/seats/${seat.id}/credentials`);
    const account = { domain: cast.spec.domain, user: seat.extension, password: secret };
    const status = await phones.register({ ...account, behaviour: { kind: 'answer', afterMs: 800 } });
    if (status !== 200) throw new Error(`seat ${seat.extension}@${cast.spec.domain} could not register: ${status}`);
    await setStatus(cast, agent, 'available');
  }
}

async function setStatus({ api }: Cast, agent: Agent, status: string): Promise<void> {
  await api.put(`/v1/agents/${agent.id}/status`, { status });
}

function callsOf(cast: Cast, index: number): { request: CallRequest; afterMs: number }[] {
  const from = (caller: number) => `138001${index}00${String(caller).padStart(2, '0')}`;
  return [
    ...cast.agents.map((_, caller) => ({
      request: { from: from(caller + 1), to: cast.number, hangupAfterAnswerMs: TALKED_MS },
      afterMs: 0,
    })),
    { request: { from: from(cast.agents.length + 1), to: cast.number, hangupAfterMs: GAVE_UP_MS }, afterMs: 700 },
  ];
}

async function place(phones: Phones, request: CallRequest, afterMs: number) {
  await sleep(afterMs);
  return phones.call(request).ended;
}
