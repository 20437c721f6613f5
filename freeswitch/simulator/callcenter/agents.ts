import { nowSeconds } from '../core/clock';
import type { EventBus } from '../core/event-bus';
import { fireInfo } from './cc-events';
import type { CallcenterStore } from './store';
import { newAgent, type AgentRow } from './tables';
import { isAgentState, isAgentStatus, isAgentType, same } from './vocabulary';

export type AgentResult = 'ok' | 'not-found' | 'exists' | 'bad-type' | 'bad-status' | 'bad-state' | 'bad-key';

/** Hangs up what rings for a waiting caller. */
export type CancelRinging = (memberUuid: string) => void;

const NUMBER_KEYS = [
  'ready_time', 'busy_delay_time', 'reject_delay_time', 'no_answer_delay_time', 'max_no_answer', 'wrap_up_time',
] as const;
type NumberKey = (typeof NUMBER_KEYS)[number];

/** cc_agent_add, _del, _get and _update: the rows and the events that tell of their change. */
export class Agents {
  constructor(
    private readonly store: CallcenterStore,
    private readonly bus: EventBus,
    private readonly cancelRinging: CancelRinging,
  ) {}

  add(name: string, type: string): AgentResult {
    if (!isAgentType(type)) return 'bad-type';
    if (this.store.agent(name)) return 'exists';
    this.store.putAgent(newAgent(name, type));
    this.info('agent-add', [['CC-Agent', name], ['CC-Agent-Type', type], ['CC-Action', 'agent-add']]);
    return 'ok';
  }

  get(key: string, name: string): { result: AgentResult; value: string } {
    const agent = this.store.agent(name);
    if (!agent) return { result: 'not-found', value: '' };
    const column = key.toLowerCase();
    if (column !== 'status' && column !== 'state' && column !== 'uuid') return { result: 'bad-key', value: '' };
    const value = agent[column] ?? '';
    const header = column === 'uuid' ? 'CC-Agent-UUID' : `CC-Agent-${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    this.info(`agent-${key}-get`, [['CC-Agent', name], ['CC-Action', `agent-${key}-get`], [header, value]]);
    return { result: 'ok', value };
  }

  update(key: string, value: string, name: string): AgentResult {
    const agent = this.store.agent(name);
    if (!agent) return 'not-found';
    const result = this.apply(agent, key.toLowerCase(), value);
    this.store.changed();
    return result;
  }

  private apply(agent: AgentRow, key: string, value: string): AgentResult {
    switch (key) {
      case 'status':
        return this.setStatus(agent, value);
      case 'state':
        return this.setState(agent, value);
      case 'state_if_waiting':
        return this.setStateIfWaiting(agent, value);
      case 'uuid':
        agent.uuid = value;
        return 'ok';
      case 'contact':
        agent.contact = value;
        this.info('agent-contact-change', [
          ['CC-Agent', agent.name], ['CC-Action', 'agent-contact-change'], ['CC-Agent-Contact', value],
        ]);
        return 'ok';
      case 'type':
        if (!isAgentType(value)) return 'bad-type';
        agent.type = value;
        return 'ok';
      default:
        return setNumber(agent, key, value);
    }
  }

  private setStatus(agent: AgentRow, status: string): AgentResult {
    if (!isAgentStatus(status)) return 'bad-status';
    if (same(status, 'Available')) {
      if (agent.status !== status) {
        Object.assign(agent, { last_status_change: nowSeconds(), talk_time: 0, calls_answered: 0, no_answer_count: 0 });
      }
      agent.status = status;
    } else {
      agent.status = status;
      agent.last_status_change = nowSeconds();
      const served = this.store.members().find((row) => row.serving_agent === agent.name && row.state !== 'Answered');
      if (served) this.cancelRinging(served.uuid);
    }
    this.info('agent-status-change', [
      ['CC-Agent', agent.name], ['CC-Action', 'agent-status-change'], ['CC-Agent-Status', status],
    ]);
    return 'ok';
  }

  private setState(agent: AgentRow, state: string): AgentResult {
    if (!isAgentState(state)) return 'bad-state';
    agent.state = state;
    if (same(state, 'Receiving')) agent.last_offered_call = nowSeconds();
    this.stateChanged(agent.name, state);
    return 'ok';
  }

  /** Atomic: takes an agent only while it waits; a lost race reads as "not found". */
  private setStateIfWaiting(agent: AgentRow, state: string): AgentResult {
    if (!isAgentState(state)) return 'bad-state';
    const available = agent.status === 'Available' || agent.status === 'Available (On Demand)';
    if (agent.state !== 'Waiting' || !available) return 'not-found';
    agent.state = state;
    this.stateChanged(agent.name, state);
    return 'ok';
  }

  private stateChanged(name: string, state: string): void {
    this.info('agent-state-change', [
      ['CC-Agent', name], ['CC-Action', 'agent-state-change'], ['CC-Agent-State', state],
    ]);
  }

  private info(action: string, headers: readonly (readonly [string, string])[]): void {
    fireInfo(this.bus, action, headers);
  }
}

function setNumber(agent: AgentRow, key: string, value: string): AgentResult {
  if (!(NUMBER_KEYS as readonly string[]).includes(key)) return 'bad-key';
  agent[key as NumberKey] = Number.parseInt(value, 10) || 0;
  return 'ok';
}
