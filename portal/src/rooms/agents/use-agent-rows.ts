import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/types';
import { type AgentQueue, useAgentQueues } from '../../data/agent-queues';
import { allAgents } from '../../data/agents';
import { allSeats } from '../../data/seats';
import { type Team, useTeams } from '../../data/teams';
import { allUsers } from '../../data/users';
import { agentNow, type AgentState, agentStateOf } from '../../live/agent-state';
import { useFloor } from '../../live/use-floor';
import { useMay } from '../../session/use-may';

type Agent = Schemas['AgentDto'];

/** An agent with what others know of it; what the role may not see is empty. */
export interface AgentRow {
  id: string;
  agent: Agent;
  state: AgentState;
  /** Extensions: the fixed one, and where the agent sits now. */
  seat: string | null;
  sitsAt: string | null;
  user: string | null;
  team: Team | null;
  queues: AgentQueue[];
}

/** Every agent, by number. */
export function useAgentRows() {
  const query = useQuery(allAgents);
  const seats = useQuery({ ...allSeats, enabled: useMay('seats:read') });
  const users = useQuery({ ...allUsers, enabled: useMay('users:read') });
  const queues = useAgentQueues(useMay('queues:read'));
  const teams = new Map(useTeams().map((team) => [team.id, team]));
  const floor = useFloor();
  const extensions = new Map(seats.data?.map(({ id, extension }) => [id, extension]));
  const emails = new Map(users.data?.map(({ id, email }) => [id, email]));
  const rowOf = (agent: Agent): AgentRow => ({
    id: agent.id,
    agent,
    state: agentStateOf(agentNow(agent, floor?.agents.get(agent.number))),
    seat: extensions.get(agent.seat_id ?? '') ?? null,
    sitsAt: extensions.get(agent.signed_in_seat_id ?? '') ?? null,
    user: emails.get(agent.user_id ?? '') ?? null,
    team: teams.get(agent.team_id ?? '') ?? null,
    queues: queues?.get(agent.id) ?? [],
  });
  const rows = query.data?.map(rowOf).sort((a, b) => a.agent.number.localeCompare(b.agent.number, undefined, { numeric: true }));
  return { query, rows };
}
