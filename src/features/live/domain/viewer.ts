import { maskNumber } from '../../../platform/privacy/mask-number';
import { maskName } from '../../../platform/privacy/mask-name';
import { isFirstFor } from '../../hands/domain/hand';
import type { LiveCall, LiveCaller, LiveChange, LiveHand, ShownHand } from './live-view';

/** Who looks at the floor. */
export interface Viewer {
  /** Whether they see whose numbers they are. */
  seesNumbers: boolean;
  /** Whether they see others' raised hands. */
  seesHands: boolean;
  /** Who they are. */
  id: string;
  /** The number of the agent that they are, if any. */
  agent: string | null;
}

/**
 * A call as a viewer may see it. An agent sees whom he talks to or is rung for: his phone shows it too, and he has to know whom
 * he serves; of other agents' calls he needs to know that they go on.
 */
export function callFor({ seesNumbers, agent }: Viewer, call: LiveCall): LiveCall {
  const isOwn = agent !== null && (call.agent === agent || call.offeredTo === agent);
  if (seesNumbers || isOwn) return call;
  // the number called is the tenant's own when the call came in
  const to = call.direction === 'inbound' ? call.to : maskNumber(call.to);
  return { ...call, from: maskNumber(call.from), to, caller: call.caller && masked(call.caller) };
}

function masked(caller: LiveCaller): LiveCaller {
  return { ...caller, name: caller.name === null ? null : maskName(caller.name) };
}

/** An agent sees the own hand alone; what is written with it is for whoever may see personal data. Null: not for this viewer. */
export function handFor({ id, seesHands, seesNumbers, agent }: Viewer, { leads, ...hand }: LiveHand): ShownHand | null {
  const isOwn = hand.agent === agent;
  if (!seesHands && !isOwn) return null;
  return { ...hand, text: isOwn || seesNumbers ? hand.text : null, forMe: seesHands && isFirstFor(leads, id) };
}

export type ShownChange = Exclude<LiveChange, { type: 'hand' }> | { type: 'hand'; hand: ShownHand };

/** Null: nothing that this viewer is told of. */
export function changeFor(viewer: Viewer, change: LiveChange): ShownChange | null {
  if (change.type === 'call') return { ...change, call: callFor(viewer, change.call) };
  if (change.type !== 'hand') return change;
  const hand = handFor(viewer, change.hand);
  return hand && { type: 'hand', hand };
}
