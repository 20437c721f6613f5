import { nowSeconds } from '../core/clock';
import type { Callcenter } from './callcenter';
import { mayBeOffered, orderCandidates, TierGate, type Candidate } from './candidates';
import { offerMember } from './offer';
import type { Queue } from './queue';
import { INSTANCE, type MemberRow } from './tables';
import { ringsSeveral, RINGS_SEVERAL, same } from './vocabulary';

const PASS_MS = 100;

/** cc_agent_dispatch_thread_run: one pass over all waiting callers of all queues every 100 ms, the longest first. */
export class Dispatcher {
  private running = false;

  constructor(private readonly callcenter: Callcenter) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    void this.run();
  }

  stop(): void {
    this.running = false;
  }

  private async run(): Promise<void> {
    while (this.running) {
      for (const member of this.waiting()) await this.dispatch(member);
      await new Promise((resolve) => setTimeout(resolve, PASS_MS));
    }
  }

  private waiting(): MemberRow[] {
    const now = nowSeconds();
    const score = (member: MemberRow): number => now - member.joined_epoch + member.base_score + member.skill_score;
    return this.callcenter.store
      .members()
      .filter(({ state, serving_agent: serving }) =>
        state === 'Waiting' || state === 'Abandoned' || (state === 'Trying' && RINGS_SEVERAL.includes(serving)))
      .sort((a, b) => score(b) - score(a));
  }

  /** members_callback. */
  private async dispatch(member: MemberRow): Promise<void> {
    const { store } = this.callcenter;
    const queue = await this.callcenter.queue(member.queue);
    if (!queue) {
      store.deleteMember(member.uuid);
      return;
    }
    if (member.state === 'Abandoned') {
      const since = member.abandoned_epoch || member.joined_epoch;
      if (since + queue.discardAbandonedAfter < nowSeconds()) store.deleteMember(member.uuid);
      return;
    }
    this.followStrategy(member, queue);
    if (ringsSeveral(queue.strategy) && member.state === 'Waiting') member.state = 'Trying';
    const found = this.offerInOrder(member, queue);
    queue.lastAgentExistCheck = nowSeconds();
    if (found) queue.lastAgentExist = queue.lastAgentExistCheck;
    else if (same(queue.strategy, 'top-down')) this.restartTopDown(member);
  }

  /** A queue may change its strategy while callers wait; the row's serving_agent must follow. */
  private followStrategy(member: MemberRow, queue: Queue): void {
    const wasSeveral = RINGS_SEVERAL.includes(member.serving_agent);
    if (ringsSeveral(queue.strategy)) {
      if (wasSeveral || member.serving_agent === '') {
        Object.assign(member, { serving_agent: queue.strategy.toLowerCase(), state: 'Trying' });
      }
    } else if (wasSeveral && member.state === 'Trying') Object.assign(member, { serving_agent: '', state: 'Waiting' });
  }

  /** @returns whether the queue has any agent that is not logged out, rung or not. */
  private offerInOrder(member: MemberRow, queue: Queue): boolean {
    const { store } = this.callcenter;
    const candidates = store.tiersOf(member.queue).flatMap((tier): Candidate[] => {
      const agent = store.agent(tier.agent);
      return agent ? [{ agent, tier }] : [];
    });
    const ordered = orderCandidates(candidates, queue.strategy, this.lastTopDown(member), Math.random);
    const now = nowSeconds();
    const gate = new TierGate(queue, now - member.joined_epoch);
    for (const candidate of ordered) {
      if (!gate.admits(candidate.tier.level)) break;
      if (!mayBeOffered(candidate, now, queue.skipAgentsWithExternalCalls)) continue;
      if (!this.reserve(candidate)) continue;
      if (!this.claim(member, candidate, queue)) break;
      this.offer(member, candidate, queue);
      if (!same(queue.strategy, 'ring-all')) break;
    }
    return ordered.length > 0;
  }

  /** With reserve-agents an agent is taken before the caller is; a lost race passes to the next. */
  private reserve({ agent }: Candidate): boolean {
    const { reserveAgents, agents } = this.callcenter;
    return !reserveAgents || agents.update('state_if_waiting', 'Reserved', agent.name) === 'ok';
  }

  private claim(member: MemberRow, { agent }: Candidate, queue: Queue): boolean {
    if (ringsSeveral(queue.strategy)) return member.serving_agent === queue.strategy.toLowerCase();
    if (member.state !== 'Waiting') return false;
    Object.assign(member, { serving_agent: agent.name, serving_system: agent.instance_id, state: 'Trying' });
    return true;
  }

  private offer(member: MemberRow, { agent, tier }: Candidate, queue: Queue): void {
    const { store, agents, sw } = this.callcenter;
    const session = sw.channels.get(member.session_uuid);
    if (same(queue.strategy, 'top-down')) {
      session?.set('cc_last_agent_tier_position', String(tier.position));
      session?.set('cc_last_agent_tier_level', String(tier.level));
    }
    agents.update('state', 'Receiving', agent.name);
    tier.state = 'Offering';
    for (const other of store.tiersOfAgent(agent.name)) {
      if (other.queue !== member.queue && other.state === 'Ready') other.state = 'Standby';
    }
    store.changed();
    void offerMember(this.callcenter, {
      memberUuid: member.uuid,
      memberSessionUuid: member.session_uuid,
      memberName: member.cid_name,
      memberNumber: member.cid_number,
      joinedEpoch: member.joined_epoch,
      queue: member.queue,
      strategy: queue.strategy,
      recordTemplate: queue.recordTemplate ?? '',
      noAnswerStatus: queue.agentNoAnswerStatus,
      agent: { ...agent },
      instance: INSTANCE,
    });
  }

  private lastTopDown(member: MemberRow): { level: number; position: number } {
    const session = this.callcenter.sw.channels.get(member.session_uuid);
    return {
      level: Number(session?.get('cc_last_agent_tier_level') ?? 0),
      position: Number(session?.get('cc_last_agent_tier_position') ?? 0),
    };
  }

  private restartTopDown(member: MemberRow): void {
    const session = this.callcenter.sw.channels.get(member.session_uuid);
    session?.set('cc_last_agent_tier_position', undefined);
    session?.set('cc_last_agent_tier_level', undefined);
  }
}
