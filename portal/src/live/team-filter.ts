import type { Schemas } from '../api/types';

/** A team's id; `all`; `mine`, those that one supervises; `none`, who is in no team. */
export type TeamValue = string;

/** Whether an agent of that team is shown; null where everybody is. */
export type TeamFilter = ((teamId: string | null) => boolean) | null;

type KnownTeam = Pick<Schemas['TeamDto'], 'id' | 'supervisors'>;

/** @returns null for everybody; who is in a team that has gone is in none */
export function filterOf(value: TeamValue, teams: readonly KnownTeam[], userId: string): TeamFilter {
  if (value === 'all') return null;
  const known = new Set(teams.map(({ id }) => id));
  if (value === 'none') return (teamId) => teamId === null || !known.has(teamId);
  const wanted = new Set(value === 'mine' ? teams.filter((team) => supervises(userId, team)).map(({ id }) => id) : [value]);
  return (teamId) => teamId !== null && wanted.has(teamId);
}

export function supervises(userId: string, { supervisors }: KnownTeam): boolean {
  return supervisors.some(({ user_id: id }) => id === userId);
}
