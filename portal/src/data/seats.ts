import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allSeats = queryOptions({
  queryKey: ['seats'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/seats', { params: { query }, signal }))),
});
