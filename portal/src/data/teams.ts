import { queryOptions, useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api, versionOf } from '../api/client';
import type { Schemas } from '../api/types';
import { useMay } from '../session/use-may';

export type Team = Schemas['TeamDto'];

/** By name. */
export const allTeams = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => {
    const teams = await allPages((query) => answerOf(api.GET('/v1/teams', { params: { query }, signal })));
    return teams.sort((a, b) => a.name.localeCompare(b.name));
  },
});

export const oneTeam = (id: string) =>
  queryOptions({
    queryKey: ['teams', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/teams/{id}', { params: { path: { id } }, signal })),
  });

const NONE: Team[] = [];

/** None where one may not look them up. */
export function useTeams(): Team[] {
  return useQuery({ ...allTeams, enabled: useMay('agents:read') }).data ?? NONE;
}
