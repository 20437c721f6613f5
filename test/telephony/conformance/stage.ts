import type {
  CallRequest,
  CallResult,
  DialRequest,
  OngoingCall,
  PhoneAccount,
  PhoneBehaviour,
} from '../../../freeswitch/phones/phones';
import type { Api } from './api';
import { until } from './api';
import type { Slug, StageNames } from './stages';
import type { TestBed } from './test-bed';

export interface StageAgent {
  id: string;
  number: string;
  seatId: string;
  account: PhoneAccount;
}

/** A call under way that a scenario placed. */
export interface PlacedCall {
  slug: Slug;
  /** The number by which the API finds the call's record. */
  number: string;
  /** Null where no phone of ours placed it. */
  ended: Promise<CallResult> | null;
  hangup(): Promise<void>;
}

type Plan = Omit<CallRequest, 'from' | 'to'> & { from?: string; to?: string };

/** One scenario's part of one tenant: its number, its queue, its agents. */
export class Stage {
  readonly domain: string;

  private constructor(
    readonly bed: TestBed,
    readonly slug: Slug,
    readonly names: StageNames,
    readonly agents: StageAgent[],
    private readonly nextCaller: () => string,
  ) {
    this.domain = domainOf(slug);
  }

  static async open(bed: TestBed, slug: Slug, names: StageNames, nextCaller: () => string): Promise<Stage> {
    const api = bed.apis[slug];
    const [agents, seats] = [await all<AgentRow>(api, '/v1/agents'), await all<SeatRow>(api, '/v1/seats')];
    const staged: StageAgent[] = [];
    for (const number of names.agents) {
      const agent = agents.find((each) => each.number === number);
      const seat = seats.find((each) => each.extension === number);
      if (!agent || !seat) throw new Error(`${slug} has no agent ${number} with a seat`);
      staged.push({ id: agent.id, number, seatId: seat.id, account: await this.credentials(api, seat.id) });
    }
    return new Stage(bed, slug, names, staged, nextCaller);
  }

  /** What a phone needs to register at a seat. */
  static async credentials(api: Api, seatId: string): Promise<PhoneAccount> {
    const made = await api.post<Credentials>(`/v1/seats/${seatId}/credentials`);
    return { user: made.sip_user, domain: made.sip_domain, password: made.secret };
  }

  get api(): Api {
    return this.bed.apis[this.slug];
  }

  agent(nth: number): StageAgent {
    const agent = this.agents[nth - 1];
    if (!agent) throw new Error(`the stage has no agent ${nth}`);
    return agent;
  }

  /** The agent's phone registers and the agent signs in; resolves when the switch has it so. */
  async seat(nth: number, behaviour: PhoneBehaviour, status = 'available'): Promise<void> {
    const agent = this.agent(nth);
    const answer = await this.bed.phones.register({ ...agent.account, behaviour });
    if (answer !== 200) throw new Error(`the phone of seat ${agent.number} was refused: ${answer}`);
    await this.setStatus(agent, status);
    await this.untilSwitchHas(agent, status);
  }

  async setStatus(agent: StageAgent, status: string): Promise<void> {
    await this.api.put(`/v1/agents/${agent.id}/status`, { status });
  }

  async statusOf(agent: StageAgent): Promise<string> {
    return (await this.api.get<{ status: string }>(`/v1/agents/${agent.id}`)).status;
  }

  /** Until the agent is complete on the switch: its status is set last, its tiers after it. */
  async untilSwitchHas(agent: StageAgent, status = 'available'): Promise<void> {
    const name = `${agent.number}@${this.domain}`;
    const queue = `${this.names.queue}@${this.domain}`;
    await until(`agent ${name} ${status} on the switch`, async () => {
      const { agents, tiers } = await this.bed.switchState();
      const found = agents.find((each) => each.name === name);
      const isTiered = tiers.some((tier) => tier.agent === name && tier.queue === queue);
      return found !== undefined && isTiered && wordOf(found.status) === status;
    });
  }

  /** A caller of its own number dials the stage's number. */
  call(plan: Plan = {}): PlacedCall {
    const { from = this.nextCaller() } = plan;
    return this.placed(from, this.bed.phones.call({ to: this.names.number, ...plan, from }));
  }

  /** An agent's phone dials. */
  dial(nth: number, plan: Omit<DialRequest, 'account'>): PlacedCall {
    return this.placed(plan.to, this.bed.phones.dial({ ...plan, account: this.agent(nth).account }));
  }

  /** Click to dial for an agent. */
  async click(nth: number, to: string): Promise<PlacedCall> {
    await this.api.post('/v1/calls', { to, agent_id: this.agent(nth).id });
    return { slug: this.slug, number: to, ended: null, hangup: () => Promise.resolve() };
  }

  /** A call in the live picture, by the switch's uuid. */
  async live(uuid: string): Promise<LiveCall | undefined> {
    return (await this.floor()).find((call) => call.uuid === uuid);
  }

  /** The calls in the live picture that are of this stage. */
  async liveCalls(): Promise<LiveCall[]> {
    const own = [this.names.queue, ...this.names.agents];
    return (await this.floor()).filter(({ queue, agent, from }) => [queue, agent, from].some((name) => own.includes(name ?? '')));
  }

  /** The uuid of a number's call, once it is in that state. */
  async liveCall(from: string, state: string): Promise<string> {
    let found: LiveCall | undefined;
    await until(`a call from ${from} ${state}`, async () => {
      found = (await this.floor()).find((call) => call.from === from && call.state === state);
      return found !== undefined;
    });
    return (found as LiveCall).uuid;
  }

  /** The whole story of a number's call, once it is in the books. */
  async record<T>(number: string): Promise<T> {
    let id: string | undefined;
    await until(`the record of the call of ${number}`, async () => {
      id = (await this.api.get<{ data: { id: string }[] }>(`/v1/calls?number=${encodeURIComponent(number)}`)).data[0]?.id;
      return id !== undefined;
    });
    return this.api.get<T>(`/v1/calls/${id}`);
  }

  private async floor(): Promise<LiveCall[]> {
    return (await this.api.get<{ calls: LiveCall[] }>('/v1/live')).calls;
  }

  /** Until mod_callcenter has the agent in that state. */
  async untilState(agent: StageAgent, state: string): Promise<void> {
    const name = `${agent.number}@${this.domain}`;
    await until(`agent ${name} ${state}`, async () => {
      const { agents } = await this.bed.switchState();
      return agents.find((each) => each.name === name)?.state === state;
    });
  }

  private placed(number: string, { ended, hangup }: OngoingCall): PlacedCall {
    return { slug: this.slug, number, ended, hangup };
  }
}

interface LiveCall {
  uuid: string;
  from: string;
  state: string;
  queue: string | null;
  agent: string | null;
}

interface AgentRow {
  id: string;
  number: string;
}

interface Credentials {
  sip_user: string;
  sip_domain: string;
  secret: string;
}

interface SeatRow {
  id: string;
  extension: string;
}

/** mod_callcenter's words as the API says them. */
const wordOf = (status: string): string => status.toLowerCase().replace(/[()]/g, '').replaceAll(' ', '_');

export function domainOf(slug: Slug): string {
  return `${slug}.seatline.test`;
}

/** Every row of a list, page by page. */
export async function all<T extends { id: string }>(api: Api, path: string): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const after = rows.at(-1)?.id;
    const query = `${path.includes('?') ? '&' : '?'}limit=100${after ? `&after=${after}` : ''}`;
    const page = await api.get<{ data: T[]; has_more: boolean }>(path + query);
    rows.push(...page.data);
    if (!page.has_more) return rows;
  }
}
