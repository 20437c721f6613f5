import type { Cause } from '../sip/causes';
import type { SimulatedSwitch } from '../simulated-switch';
import type { XmlElement } from '../xml/xml-element';
import { Agents } from './agents';
import { Dispatcher } from './dispatcher';
import { loadQueue, type Queue } from './queue';
import { CallcenterStore } from './store';
import { Tiers } from './tiers';

/** mod_callcenter: queues in memory, agents, tiers and members in its store, one dispatcher over all of them. */
export class Callcenter {
  readonly store: CallcenterStore;
  readonly agents: Agents;
  readonly tiers: Tiers;
  readonly queues = new Map<string, Queue>();
  reserveAgents = false;
  originateTimeoutSeconds = 60;
  loaded = false;
  private readonly dispatcher: Dispatcher;

  constructor(readonly sw: SimulatedSwitch) {
    this.store = new CallcenterStore(sw.config.stateDir);
    this.agents = new Agents(this.store, sw.bus, (member) => this.cancelRinging(member, 'ORIGINATOR_CANCEL'));
    this.tiers = new Tiers(this.store, (queue) => this.queue(queue));
    this.dispatcher = new Dispatcher(this);
  }

  /** Module load: the whole configuration, without CC-Queue. Fails, and with it the module, when it cannot be had. */
  async load(): Promise<boolean> {
    const configuration = await this.fetchConfiguration();
    if (!configuration) return false;
    const settings = settingsOf(configuration);
    this.reserveAgents = settings.get('reserve-agents') === 'true';
    this.originateTimeoutSeconds = Number(settings.get('agent-originate-timeout')) || 60;
    this.store.reset();
    if (settings.get('truncate-tiers-on-load') === 'true') this.store.truncate('tiers');
    if (settings.get('truncate-agents-on-load') === 'true') this.store.truncate('agents');
    for (const queue of configuration.child('queues')?.all('queue') ?? []) {
      const name = queue.attribute('name');
      if (name) this.queues.set(name, loadQueue(name, queue));
    }
    await this.importAgents(configuration);
    await this.importTiers(configuration.child('tiers') ? configuration : await this.fetchConfiguration());
    this.loaded = true;
    this.dispatcher.start();
    return true;
  }

  stop(): void {
    this.dispatcher.stop();
    this.store.save();
  }

  /** get_queue: the loaded queue, else one fetched now, agents and tiers of the answer left aside. */
  async queue(name: string): Promise<Queue | undefined> {
    return this.queues.get(name) ?? (await this.fetchQueue(name, false));
  }

  /** `queue load`: also imports every agent and tier of the answer. */
  loadQueue(name: string): Promise<Queue | undefined> {
    return this.fetchQueue(name, true);
  }

  unloadQueue(name: string): void {
    this.queues.delete(name);
  }

  private async fetchQueue(name: string, imports: boolean): Promise<Queue | undefined> {
    const configuration = await this.fetchConfiguration(name);
    const element = configuration?.child('queues')?.find('queue', 'name', name);
    if (!configuration || !element) return undefined;
    const queue = loadQueue(name, element);
    this.queues.set(name, queue);
    if (imports) {
      await this.importAgents(configuration);
      await this.importTiers(configuration);
    }
    return queue;
  }

  async fetchConfiguration(queue?: string): Promise<XmlElement | undefined> {
    const section = await this.sw.xml.fetch({
      section: 'configuration',
      tagName: 'configuration',
      keyName: 'name',
      keyValue: 'callcenter.conf',
      after: queue === undefined ? [] : [['CC-Queue', queue]],
      origin: 'load-queue',
    });
    return section?.find('configuration', 'name', 'callcenter.conf');
  }

  async importAgents(configuration: XmlElement | undefined, only?: string): Promise<void> {
    for (const element of configuration?.child('agents')?.all('agent') ?? []) {
      const name = element.attribute('name');
      if (name && (only === undefined || name === only)) this.importAgent(name, element);
    }
  }

  private importAgent(name: string, element: XmlElement): void {
    const type = element.attribute('type');
    if (!type) return;
    const added = this.agents.add(name, type);
    if (added !== 'ok' && added !== 'exists') return;
    const keys = ['contact', 'status', 'wrap_up_time', 'max_no_answer', 'reject_delay_time', 'busy_delay_time',
      'no_answer_delay_time'];
    for (const key of keys) {
      const value = element.attribute(key.replaceAll('_', '-'));
      if (value !== undefined) this.agents.update(key, value, name);
    }
    if (added === 'exists') this.agents.update('type', type, name);
  }

  /** @returns whether any tier matched and was taken. */
  async importTiers(configuration: XmlElement | undefined, queue?: string, agent?: string): Promise<boolean> {
    let taken = false;
    for (const element of configuration?.child('tiers')?.all('tier') ?? []) {
      const inQueue = element.attribute('queue') ?? '';
      const ofAgent = element.attribute('agent') ?? '';
      if (queue !== undefined && inQueue.toLowerCase() !== queue.toLowerCase()) continue;
      if (agent !== undefined && ofAgent.toLowerCase() !== agent.toLowerCase()) continue;
      await this.tiers.import(inQueue, ofAgent, element.attribute('level'), element.attribute('position'));
      taken = true;
    }
    return taken;
  }

  /** Ends every leg that still rings for a waiting caller. */
  cancelRinging(memberUuid: string, cause: Cause, except?: string): void {
    for (const channel of this.sw.channels.values()) {
      const rings = channel.get('cc_member_pre_answer_uuid') === memberUuid;
      if (rings && channel.uuid !== except) channel.hangup(cause);
    }
  }
}

function settingsOf(configuration: XmlElement): Map<string, string> {
  const params = configuration.child('settings')?.all('param') ?? [];
  return new Map(params.map((param) => [param.attribute('name') ?? '', param.attribute('value') ?? '']));
}
