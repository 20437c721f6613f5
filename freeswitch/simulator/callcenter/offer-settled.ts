import { nowSeconds } from '../core/clock';
import type { Callcenter } from './callcenter';
import type { Offer } from './offer-record';
import { same } from './vocabulary';

const ENGAGED = ['Active Inbound', 'Standby', 'Offering'];

/** Frees the agent in every queue; an On Demand agent stays idle after a call, by the status at offer time. */
export function settleOffer(callcenter: Callcenter, offer: Offer, tierState: string, bridged: boolean): void {
  for (const tier of callcenter.store.tiersOfAgent(offer.agent.name)) {
    if (tier.queue === offer.queue && ENGAGED.includes(tier.state)) tier.state = tierState;
    else if (tier.queue !== offer.queue && tier.state === 'Standby') tier.state = 'Ready';
  }
  const idle = bridged && same(offer.agent.status, 'Available (On Demand)');
  callcenter.agents.update('state', idle ? 'Idle' : 'Waiting', offer.agent.name);
}

/** The caller is gone. */
export function abandonMember(callcenter: Callcenter, offer: Offer): void {
  const row = callcenter.store.member(offer.memberUuid);
  if (!row || row.state === 'Abandoned') return;
  Object.assign(row, { state: 'Abandoned', session_uuid: '', abandoned_epoch: nowSeconds() });
  callcenter.store.changed();
}
