import type { Schemas } from '../../api/types';
import type { LiveCall } from '../../live/messages';
import type { TeamFilter } from '../../live/team-filter';

/** Those of the teams' agents, and those that nobody has yet: they may become anybody's. */
export function callsOf(calls: LiveCall[], agents: ReadonlyMap<string, Pick<Schemas['FloorAgentDto'], 'team_id'>>, team: TeamFilter): LiveCall[] {
  if (team === null) return calls;
  return calls.filter(({ agent, offered_to: offered }) => {
    const number = agent ?? offered;
    return number === null || team(agents.get(number)?.team_id ?? null);
  });
}
