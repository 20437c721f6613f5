import { nowSeconds } from '../core/clock';
import type { Channel } from '../channels/channel';
import type { Cause } from '../sip/causes';
import type { Callcenter } from './callcenter';
import { fireInfo } from './cc-events';
import { fireBridgeFail } from './offer-events';
import { CONNECTING, type Offer } from './offer-record';
import { settleOffer } from './offer-settled';
import type { AgentRow } from './tables';

const NO_PENALTY: readonly Cause[] = ['LOSE_RACE', 'ORIGINATOR_CANCEL'];
const BUSY: readonly Cause[] = ['USER_BUSY', 'NORMAL_CIRCUIT_CONGESTION'];
/** Keeps a phone that is not there from being tried in a tight loop. */
const UNREGISTERED_DELAY_SECONDS = 5;

/** The agent was not reached: the caller waits again, the agent rests for as long as the cause asks. */
export function offerFailed(
  callcenter: Callcenter,
  offer: Offer,
  member: Channel,
  cause: Cause,
  called: number,
): void {
  const { store, agents } = callcenter;
  member.marks.delete(CONNECTING);
  const row = store.member(offer.memberUuid);
  if (row?.serving_agent === offer.agent.name) {
    const state = row.state === 'Trying' ? 'Waiting' : row.state;
    Object.assign(row, { state, serving_agent: '', serving_system: '' });
  }
  const unanswered = countsAsNoAnswer(cause);
  if (unanswered) noteNoAnswer(callcenter, offer);
  const rest = restSeconds(offer.agent, cause);
  if (rest > 0) agents.update('ready_time', String(nowSeconds() + rest), offer.agent.name);
  fireBridgeFail(callcenter.sw.bus, offer, cause, called);
  settleOffer(callcenter, offer, unanswered ? 'No Answer' : 'Ready', false);
}

function countsAsNoAnswer(cause: Cause): boolean {
  const known = [...NO_PENALTY, ...BUSY, 'CALL_REJECTED', 'USER_NOT_REGISTERED'];
  return !known.includes(cause);
}

/** Seconds for which the agent is left alone after a failed offer. */
export function restSeconds(agent: AgentRow, cause: Cause): number {
  if (NO_PENALTY.includes(cause)) return 0;
  if (BUSY.includes(cause)) return agent.busy_delay_time;
  if (cause === 'CALL_REJECTED') return agent.reject_delay_time;
  if (cause === 'USER_NOT_REGISTERED') return UNREGISTERED_DELAY_SECONDS;
  return agent.no_answer_delay_time;
}

function noteNoAnswer(callcenter: Callcenter, offer: Offer): void {
  const agent = callcenter.store.agent(offer.agent.name);
  if (agent) agent.no_answer_count++;
  const { max_no_answer: most, no_answer_count: before } = offer.agent;
  if (most <= 0 || before + 1 < most) return;
  fireInfo(callcenter.sw.bus, 'agent-max-no-answer', [
    ['CC-Agent', offer.agent.name],
    ['CC-Action', 'agent-max-no-answer'],
    ['CC-Agent-No-Answer-Count', String(most)],
    ['CC-Agent-No-Answer-Status', offer.noAnswerStatus],
    ['CC-Member-UUID', offer.memberUuid],
    ['CC-Member-Session-UUID', offer.memberSessionUuid],
  ]);
  callcenter.agents.update('status', offer.noAnswerStatus, offer.agent.name);
}
