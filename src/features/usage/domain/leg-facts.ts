import type { CdrLeg } from '../../../telephony/cdr/cdr-leg';
import type { LegFacts } from './usage-of-call';

/** The SIP profile that seats register at (freeswitch/conf); every other one leads outside. */
const SEATS_PROFILE = 'internal';

/**
 * What billing needs to know of a CDR. What the leg ran over decides, and not what the dialplan called the call: a
 * call that came in stays a call that came in when an agent sends it on outside and the dialplan takes it for outbound.
 */
export function legFacts(leg: CdrLeg): LegFacts {
  return {
    id: `${leg.node}/${leg.uuid}`,
    trunk: trunkOf(leg),
    number: leg.to,
    billsec: leg.billSeconds,
    answeredAt: leg.answeredAt === null ? null : new Date(leg.answeredAt),
  };
}

function trunkOf({ profile, queue, direction }: CdrLeg): LegFacts['trunk'] {
  if (profile === null || profile === SEATS_PROFILE || queue?.side === 'agent') return null;
  return direction === 'inbound' ? 'in' : 'out';
}
