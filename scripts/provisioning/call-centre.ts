import { setTimeout as sleep } from 'node:timers/promises';
import type { Phones } from '../../freeswitch/phones/phones';
import type { ApiClient } from '../start/api-client';
import { maskNumber } from '../../src/platform/privacy/mask-number';
import { inParallel } from './in-parallel';

interface Agent {
  id: string;
  number: string;
  seat_id: string | null;
}

interface LiveCall {
  from: string;
  state: string;
  agent: string | null;
}

const AT_A_TIME = 8;
const PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/** One tenant at work: its people at their phones, over the product's own API and the switch's SIP. */
export class CallCentre {
  private constructor(
    private readonly api: ApiClient,
    private readonly phones: Phones,
    private readonly domain: string,
  ) {}

  static async open(slug: string, provider: ApiClient, phones: Phones): Promise<CallCentre> {
    const { data } = await provider.get<{ data: { id: string; domain: string }[] }>(`/v1/tenants?slug=${slug}`);
    const [tenant] = data;
    if (!tenant) throw new Error(`there is no tenant ${slug}`);
    const api = await provider.enter(tenant.id, 'Measures the provisioning');
    return new CallCentre(api, phones, tenant.domain);
  }

  /** Agents with a seat of their own, in the order of their numbers. */
  async seatedAgents(): Promise<Agent[]> {
    const agents = await this.api.all<Agent>('/v1/agents');
    return agents.filter(({ seat_id }) => seat_id !== null).sort((a, b) => a.number.localeCompare(b.number));
  }

  /** Gives the agents' seats credentials and registers their phones, which answer what they are offered. */
  async registerPhones(agents: readonly Agent[], answerAfterMs: number): Promise<void> {
    const seats = new Map((await this.api.all<{ id: string; extension: string }>('/v1/seats')).map((seat) => [seat.id, seat]));
    await inParallel(agents, AT_A_TIME, async ({ seat_id }) => {
      const seat = seats.get(seat_id ?? '');
      if (!seat) throw new Error(`there is no seat ${seat_id}`);
      const { secret } = await this.api.post<{ secret: string }>(`/v1/seats/${seat.id}/credentials`);
      const account = { domain: this.domain, user: seat.extension, password: secret };
      const status = await this.phones.register({ ...account, behaviour: { kind: 'answer', afterMs: answerAfterMs } });
      if (status !== 200) throw new Error(`seat ${seat.extension}@${this.domain} could not register: ${status}`);
    });
  }

  signIn(agents: readonly Agent[]): Promise<void> {
    return inParallel(agents, AT_A_TIME, async ({ id }) => {
      await this.api.put(`/v1/agents/${id}/status`, { status: 'available' });
    });
  }

  /** Waits until the caller of that number talks to an agent. @returns the agent's number */
  async untilAnswered(from: string): Promise<string> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const agent = await this.agentOf(from);
      if (agent !== null) return agent;
      if (Date.now() > deadline) throw new Error(`no agent answered the call from ${from} within ${PATIENCE_MS / 1000} s`);
      await sleep(LOOK_MS);
    }
  }

  /** The agent who talks to the caller of that number now. */
  async agentOf(from: string): Promise<string | null> {
    const { calls } = await this.api.get<{ calls: LiveCall[] }>('/v1/live');
    // whoever looks is the provider's, and sees numbers masked
    return calls.find((call) => call.from === maskNumber(from) && call.state === 'talking')?.agent ?? null;
  }
}
