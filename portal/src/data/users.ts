import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allUsers = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/users', { params: { query }, signal }))),
});
