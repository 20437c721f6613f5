import { queryOptions, useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api, versionOf } from '../api/client';
import type { Schemas } from '../api/types';
import { useMay } from '../session/use-may';

export type Skill = Schemas['SkillDto'];
export type SkillLevel = Schemas['SkillLevelDto'];

/** From a beginner to a master. */
export const LOWEST_SKILL_LEVEL = 1;
export const HIGHEST_SKILL_LEVEL = 5;

/** By name. */
export const allSkills = queryOptions({
  queryKey: ['skills'],
  queryFn: async ({ signal }) => {
    const skills = await allPages((query) => answerOf(api.GET('/v1/skills', { params: { query }, signal })));
    return skills.sort((a, b) => a.name.localeCompare(b.name));
  },
});

export const oneSkill = (id: string) =>
  queryOptions({
    queryKey: ['skills', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/skills/{id}', { params: { path: { id } }, signal })),
  });

/** Who has it, the best first. */
export const agentsOfSkill = (id: string) =>
  queryOptions({
    queryKey: ['skills', id, 'agents'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/skills/{id}/agents', { params: { path: { id } }, signal }))).agents,
  });

const NONE: Skill[] = [];

/** None where one may not look them up. */
export function useSkills(): Skill[] {
  return useQuery({ ...allSkills, enabled: useMay('agents:read') }).data ?? NONE;
}
