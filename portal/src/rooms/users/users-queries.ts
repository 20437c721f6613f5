import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages';
import { answerOf, api, versionOf } from '../../api/client';

export const allUsers = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/users', { params: { query }, signal }))),
});

export const oneUser = (id: string) =>
  queryOptions({
    queryKey: ['users', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/users/{id}', { params: { path: { id } }, signal })),
  });

export const sessionsOf = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'sessions'],
    queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/users/{id}/sessions', { params: { path: { id }, query }, signal }))),
  });
