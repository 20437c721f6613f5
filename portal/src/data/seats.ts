import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api, versionOf } from '../api/client';

export const allSeats = queryOptions({
  queryKey: ['seats'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/seats', { params: { query }, signal }))),
});

export const oneSeat = (id: string) =>
  queryOptions({
    queryKey: ['seats', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/seats/{id}', { params: { path: { id } }, signal })),
  });
