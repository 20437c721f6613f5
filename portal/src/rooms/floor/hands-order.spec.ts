import type { LiveHand } from '../../live/messages';
import { handsInOrder } from './hands-order';

const hand = (id: string, state: LiveHand['state'], mine: boolean, minute: number): LiveHand => ({
  id, agent: '1001', team_id: null, topic: 'decision', text: null, call_uuid: null, state, raised_at: `2026-11-01T08:0${minute}:00.000Z`,
  taken_by: null, taken_at: null, for_me: mine,
});

it('puts hands that wait first, of those the own teams\', of those the longest raised', () => {
  const hands = [hand('taken-mine', 'taken', true, 0), hand('late', 'raised', true, 3), hand('others', 'raised', false, 1), hand('early', 'raised', true, 2)];
  expect(handsInOrder(hands).map(({ id }) => id)).toEqual(['early', 'late', 'others', 'taken-mine']);
});
