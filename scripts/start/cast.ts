import type { PhoneBehaviour, Phones } from '../../freeswitch/phones/phones';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import type { ApiClient } from './api-client';

interface Seat {
  id: string;
  extension: string;
}

export interface Agent {
  id: string;
  number: string;
  seat_id: string | null;
}

/** Who plays in a demonstration of one tenant: agents with seats, and a number that always leads to them. */
export interface Cast {
  spec: TenantSpec;
  api: ApiClient;
  number: string;
  agents: Agent[];
  seats: Map<string, Seat>;
}

/** @param most of the agents who answer that number */
export async function castOf(spec: TenantSpec, provider: ApiClient, most: number): Promise<Cast> {
  const tenants = await provider.all<{ id: string; slug: string }>('/v1/tenants');
  const id = tenants.find(({ slug }) => slug === spec.tenant)?.id;
  if (!id) throw new Error(`the tenant ${spec.tenant} does not exist`);
  const api = await provider.enter(id, 'Places the demonstration calls');
  const number = alwaysOpenNumber(spec);
  const queue = spec.queues.find(({ name }) => name === number.queue);
  const numbers = new Set(queue?.tiers.map(({ agent }) => agent));
  const agents = (await api.all<Agent>('/v1/agents')).filter((agent) => numbers.has(agent.number) && agent.seat_id);
  const seats = new Map((await api.all<Seat>('/v1/seats')).map((seat) => [seat.id, seat]));
  const chosen = agents.sort((a, b) => a.number.localeCompare(b.number)).slice(0, most);
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

/** Their phones register, and they are ready. */
export async function seatAgents(cast: Cast, phones: Phones, behaviour: PhoneBehaviour): Promise<void> {
  for (const agent of cast.agents) {
    const seat = cast.seats.get(agent.seat_id ?? '');
    if (!seat) throw new Error(`agent ${agent.number} has no seat`);
    const { secret } = await cast.api.post<{ secret: string }>(`/v1/seats/${seat.id}/credentials`);
    const account = { domain: cast.spec.domain, user: seat.extension, password: secret };
    const status = await phones.register({ ...account, behaviour });
    if (status !== 200) throw new Error(`seat ${seat.extension}@${cast.spec.domain} could not register: ${status}`);
    await setStatus(cast, agent, 'available');
  }
}

export async function setStatus({ api }: Cast, agent: Agent, status: string): Promise<void> {
  await api.put(`/v1/agents/${agent.id}/status`, { status });
}
