import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allNumbers = queryOptions({
  queryKey: ['numbers'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/numbers', { params: { query }, signal }))),
});
