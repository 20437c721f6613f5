import { Injectable } from '@nestjs/common';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { AgentEvent } from '../../telephony/calls/agent-events';
import type { CallRecord } from '../../telephony/calls/call-record';
import { CallSink } from '../../telephony/calls/call-sink';
import type { AgentNow } from '../../telephony/calls/switch-picture';
import '../calls/calls.events';
import { factsOf, offersOf, staysOf } from '../calls/domain/facts-of-record';
import { witnessedCall } from '../calls/domain/witnessed-call';
import { TenantsReader } from '../tenants/tenants.reader';
import { AgentEvents } from './agent-events.service';
import { type LiveCall, liveCall } from './domain/live-view';
import { KeptEvents } from './kept-events';
import { LiveCallers } from './live-callers';
import { LiveStore } from './live-store';

type Queue = 'calls' | 'agents';

/**
 * The switch events' door: sets the tenant by the SIP domain that our own dialplan and directory put on the call,
 * then lets it be shown, and kept when it is over. What happens to one call or agent happens in order.
 */
@Injectable()
export class SwitchEvents extends CallSink {
  /** What is done for agents does not hold up calls. */
  private readonly queues = { calls: Promise.resolve(), agents: Promise.resolve() };

  constructor(
    private readonly tenants: TenantsReader,
    private readonly live: LiveStore,
    private readonly callers: LiveCallers,
    private readonly agents: AgentEvents,
    private readonly events: KeptEvents,
    private readonly seals: FieldSeals,
    private readonly log: Log,
  ) {
    super();
  }

  override callChanged(node: string, record: CallRecord): void {
    this.forTenant('calls', record.domain, async (tenantId) => {
      this.live.putCall(tenantId, node, liveCall(record, await this.callers.of(record)));
      if (record.state !== 'ended' || record.outcome === 'lost') return;
      const call = { node, uuid: record.id };
      await this.events.keep('call.witnessed', witnessedCall(await this.seals.toWrite(), call, factsOf(record), { offers: offersOf(record), stays: staysOf(record) }));
    }, record.id);
  }

  override agentChanged(_node: string, event: AgentEvent): void {
    const [number = '', domain = null] = event.agent.split('@');
    this.forTenant('agents', domain, () => this.agents.take(number, event));
  }

  override compared(node: string, open: CallRecord[], agents: AgentNow[]): void {
    const since = new Date().toISOString();
    this.inOrder('calls', async () => {
      await this.queues.agents;
      this.callers.keepOnly(open);
      for (const { id, domain } of await this.tenants.all()) {
        const suffix = `@${domain}`;
        const states = agents
          .filter(({ agent }) => agent.endsWith(suffix))
          .map(({ agent, state }) => ({ number: agent.slice(0, -suffix.length), state, since }));
        const calls = await tenantContext.open({ tenantId: id }, () => this.shown(open.filter((call) => call.domain === domain)));
        await this.live.correctCalls(id, node, calls);
        await this.live.correctAgents(id, states);
      }
    });
  }

  override async settled(): Promise<void> {
    await Promise.all([this.queues.calls, this.queues.agents]);
  }

  private shown(records: CallRecord[]): Promise<LiveCall[]> {
    return Promise.all(records.map(async (record) => liveCall(record, await this.callers.of(record))));
  }

  private forTenant(queue: Queue, domain: string | null, work: (tenantId: string) => Promise<void>, callId?: string): void {
    if (domain === null) return;
    this.inOrder(queue, async () => {
      const tenantId = await this.tenants.idOfDomain(domain);
      if (tenantId) await tenantContext.open({ tenantId, ...(callId !== undefined && { callId }) }, () => work(tenantId));
    });
  }

  private inOrder(queue: Queue, work: () => Promise<void>): void {
    this.queues[queue] = this.queues[queue].then(work).catch((error: unknown) => {
      this.log.error({ err: error }, 'a switch event could not be handled; the CDR will tell of the call');
    });
  }
}
