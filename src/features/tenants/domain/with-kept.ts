import { SUPERVISING_ROLES } from '../../../platform/auth/permissions';
import type { TenantSpec } from './tenant-spec';

/** The wish with what its file left out, and the tenant keeps as it is. */
export function withKept(current: TenantSpec | null, desired: TenantSpec): TenantSpec {
  return {
    ...withSkills(current, withTeams(current, desired)),
    wrapUpCodes: desired.wrapUpCodes ?? current?.wrapUpCodes ?? null,
    handTopics: desired.handTopics ?? current?.handTopics ?? null,
    segments: desired.segments ?? current?.segments ?? null,
    ivrScripts: desired.ivrScripts ?? current?.ivrScripts ?? null,
    retention: desired.retention ?? current?.retention ?? null,
  };
}

/** The teams with those supervisors who go on being such, and the agents in the teams where they are. */
function withTeams(current: TenantSpec | null, desired: TenantSpec): TenantSpec {
  if (desired.teams !== null || !current?.teams) return desired;
  const supervising: readonly string[] = SUPERVISING_ROLES;
  const known = new Set(desired.users.filter(({ role }) => supervising.includes(role)).map(({ email }) => email));
  const teamOf = new Map(current.agents.map(({ number, team }) => [number, team]));
  return {
    ...desired,
    teams: current.teams.map((team) => ({ ...team, supervisors: team.supervisors.filter((email) => known.has(email)) })),
    agents: desired.agents.map((agent) => ({ ...agent, team: teamOf.get(agent.number) ?? null })),
  };
}

/** The skills, who has them and which queues ask for them. */
function withSkills(current: TenantSpec | null, desired: TenantSpec): TenantSpec {
  if (desired.skills !== null || !current?.skills) return desired;
  const skillsOf = new Map(current.agents.map(({ number, skills }) => [number, skills]));
  const requiredBy = new Map(current.queues.map(({ name, requires }) => [name, requires]));
  return {
    ...desired,
    skills: current.skills,
    agents: desired.agents.map((agent) => ({ ...agent, skills: skillsOf.get(agent.number) ?? [] })),
    queues: desired.queues.map((queue) => ({ ...queue, requires: requiredBy.get(queue.name) ?? [] })),
  };
}
