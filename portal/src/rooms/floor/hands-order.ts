import type { LiveHand } from '../../live/messages';

/** Those that wait before those that somebody sees to, one's own first, then the longest raised. */
export function handsInOrder(hands: readonly LiveHand[]): LiveHand[] {
  const placeOf = ({ state, for_me: mine }: LiveHand) => Number(state !== 'raised') * 2 + Number(!mine);
  return [...hands].sort((a, b) => placeOf(a) - placeOf(b) || a.raised_at.localeCompare(b.raised_at));
}
