import type { LiveCall } from '../../live/messages';
import { callsOf } from './team-calls';

const agents = new Map([['1001', 'care'], ['1007', 'vip'], ['1009', null]].map(([number, team]) => [number!, { team_id: team ?? null }]));
const call = (uuid: string, agent: string | null, offered: string | null = null) => ({ uuid, agent, offered_to: offered }) as LiveCall;
const CALLS = [call('waits', null), call('ours', '1001'), call('theirs', '1007'), call('rings theirs', null, '1007'), call('rings ours', null, '1001'), call('of no team', '1009')];

test("a team's calls are those of its agents, and those that nobody has yet", () => {
  const shown = callsOf(CALLS, agents, (team) => team === 'care').map(({ uuid }) => uuid);
  expect(shown).toEqual(['waits', 'ours', 'rings ours']);
  expect(callsOf(CALLS, agents, null)).toBe(CALLS);
});
