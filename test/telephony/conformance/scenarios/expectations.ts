import type { CallAccount } from '../account';
import type { Expected } from '../compare';
import type { Slug } from '../stages';

/** Money of one call of up to a minute, in micro-units, from the tariffs of tenants/*.yaml. */
const FIRST_MINUTE = {
  // 0.15 a minute begun
  pharma: { inbound: '150000', outbound: '250000' },
  // 0.18 for the first minute; outbound 0.05 to connect and 0.22
  insurance: { inbound: '180000', outbound: '270000' },
  capped: { inbound: '180000', outbound: '270000' },
  ten: { inbound: '180000', outbound: '270000' },
  thrifty: { inbound: '180000', outbound: '600000' },
} as const;

type Usage = Expected<CallAccount>['usage'];

/** One call of up to a minute that came in over the trunk and was answered, be it by the greeting. */
export function inboundMinute(slug: Slug): NonNullable<Usage> {
  return [{ kind: 'inbound', billedSeconds: 60, amountMicro: FIRST_MINUTE[slug].inbound, ratePrefix: '' }];
}

export function outboundMinute(slug: Slug): NonNullable<Usage> {
  return [{ kind: 'outbound', billedSeconds: 60, amountMicro: FIRST_MINUTE[slug].outbound, ratePrefix: '+86' }];
}

/** The caller's leg of a call that the switch answered. */
export const callerLeg = (billSeconds?: number) => ({
  direction: 'inbound', answered: true, cause: 'NORMAL_CLEARING', times: 1,
  ...(billSeconds !== undefined && { billSeconds }),
});

export const agentLeg = (billSeconds?: number) => ({
  direction: 'outbound', answered: true, cause: 'NORMAL_CLEARING', times: 1,
  ...(billSeconds !== undefined && { billSeconds }),
});

/** An agent rung in vain. */
export const vainLeg = (cause: string, times = 1) => ({
  direction: 'outbound', answered: false, billSeconds: 0, cause, times,
});

/** What is true of a call that waited in a queue; seconds may be one more or less. */
interface Told {
  queue: string;
  /** Left out, it may be any. */
  waited?: number;
  endedBy: string;
  /** Seconds of the caller's leg; left out, it may be any. */
  leg?: number;
  /** Agents rung in vain, and their legs. */
  inVain?: CallAccount['offers'];
  vainLegs?: CallAccount['legs'];
}

/** A call that an agent of a queue answered. */
export function answered(
  slug: Slug,
  told: Told & {
    /** Left out, it may be any. */
    talked?: number;
    agent?: string;
  },
): Expected<CallAccount> {
  const { queue, agent = 'agent1', inVain = [], vainLegs = [] } = told;
  return {
    sip: 200,
    record: {
      direction: 'inbound', outcome: 'answered', endedBy: told.endedBy, queue, agent,
      ...(told.talked !== undefined && { talkSeconds: told.talked }),
      ...(told.waited !== undefined && { waitSeconds: told.waited }),
    },
    offers: [...inVain, { agent, result: 'answered', times: 1 }],
    legs: [callerLeg(told.leg), ...vainLegs, agentLeg(told.talked)],
    usage: inboundMinute(slug),
    seenBy: [slug],
  };
}

/** A call that left its queue without an agent. */
export function unserved(
  slug: Slug,
  told: Told & { outcome: string },
): Expected<CallAccount> {
  const { queue, outcome, endedBy, inVain = [], vainLegs = [] } = told;
  return {
    sip: 200,
    record: {
      direction: 'inbound', outcome, endedBy, queue, agent: null,
      talkSeconds: 0, ...(told.waited !== undefined && { waitSeconds: told.waited }),
    },
    offers: inVain,
    legs: [callerLeg(told.leg), ...vainLegs],
    usage: inboundMinute(slug),
    seenBy: [slug],
  };
}
