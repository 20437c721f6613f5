import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client';

export const oneQueue = (id: string) =>
  queryOptions({
    queryKey: ['queues', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/queues/{id}', { params: { path: { id } }, signal })),
  });

/** What it asks of its agents. */
export const skillsOfQueue = (id: string) =>
  queryOptions({
    queryKey: ['queues', id, 'skills'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/queues/{id}/skills', { params: { path: { id } }, signal }))).skills,
  });
