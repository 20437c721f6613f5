import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { AgentEvent } from '../../telephony/calls/agent-events';
import '../agents/agents.events';
import { AgentsReader } from '../agents/agents.reader';
import { type StateChange, wrapUpFrom, wrapUpStep } from './domain/live-agent';
import { KeptEvents } from './kept-events';
import { LiveStore } from './live-store';

/** What the switch tells of a tenant's agents: shown, and kept where it has to outlast the moment. */
@Injectable()
export class AgentEvents {
  constructor(
    private readonly live: LiveStore,
    private readonly agents: AgentsReader,
    private readonly events: KeptEvents,
  ) {}

  async take(number: string, event: AgentEvent): Promise<void> {
    if (event.type === 'agent-state-changed') await this.changed({ number, state: event.state, at: event.at });
    if (event.type === 'agent-put-on-break') await this.events.keep('agent.put_on_break', { number, status: event.status, at: event.at });
  }

  private async changed(change: StateChange): Promise<void> {
    const { number, state, at } = change;
    const tenantId = tenantContext.tenantId();
    const step = wrapUpStep(await this.live.agent(tenantId, number), change);
    this.live.putAgent(tenantId, { number, state, since: new Date(at).toISOString() });
    if (step === 'begins') await this.beginWrapUp(tenantId, change);
    if (step === 'next-call' && (await this.live.endWrapUp(tenantId, number)) === 'waived') {
      await this.events.keep('agent.took_next_call', { number });
    }
  }

  private async beginWrapUp(tenantId: string, change: StateChange): Promise<void> {
    const agent = await this.agents.ofNumber(change.number);
    const wrapUp = wrapUpFrom(change, agent?.wrapUp ?? 0);
    if (!wrapUp) return;
    this.live.beginWrapUp(tenantId, wrapUp);
    await this.events.keep('agent.wrap_up_began', { number: wrapUp.number, since: change.at, until: Date.parse(wrapUp.until) });
  }
}
