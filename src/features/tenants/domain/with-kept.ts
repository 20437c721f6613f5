import { SUPERVISING_ROLES } from '../../../platform/auth/permissions';
import type { AgentSpec, TeamSpec, TenantSpec } from './tenant-spec';

/** The wish with what its file left out, and the tenant keeps as it is. */
export function withKept(current: TenantSpec | null, desired: TenantSpec): TenantSpec {
  return {
    ...desired,
    ...(desired.teams === null && current?.teams && keptTeams(current, current.teams, desired)),
    wrapUpCodes: desired.wrapUpCodes ?? current?.wrapUpCodes ?? null,
    handTopics: desired.handTopics ?? current?.handTopics ?? null,
    segments: desired.segments ?? current?.segments ?? null,
    ivrScripts: desired.ivrScripts ?? current?.ivrScripts ?? null,
    retention: desired.retention ?? current?.retention ?? null,
  };
}

/** The teams with those supervisors who go on being such, and the agents in the teams where they are. */
function keptTeams(current: TenantSpec, teams: TeamSpec[], { users, agents }: TenantSpec): { teams: TeamSpec[]; agents: AgentSpec[] } {
  const supervising: readonly string[] = SUPERVISING_ROLES;
  const known = new Set(users.filter(({ role }) => supervising.includes(role)).map(({ email }) => email));
  const teamOf = new Map(current.agents.map(({ number, team }) => [number, team]));
  return {
    teams: teams.map((team) => ({ ...team, supervisors: team.supervisors.filter((email) => known.has(email)) })),
    agents: agents.map((agent) => ({ ...agent, team: teamOf.get(agent.number) ?? null })),
  };
}
