import { wholeSeconds } from '../../../telephony/calls/call-record';
import type { StayFacts } from './call-facts';

/**
 * All waiting in queues, in whole seconds: in each from joining to an agent's answer, or to leaving.
 * @param endedAt when the call was over, epoch milliseconds: whoever was in a queue then left it
 */
export function waitInStays(stays: readonly StayFacts[], endedAt: number): number {
  return stays.reduce((sum, { joinedAt, answeredAt, leftAt }) => sum + wholeSeconds(joinedAt, answeredAt ?? leftAt ?? endedAt), 0);
}
