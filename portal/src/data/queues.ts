import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allQueues = queryOptions({
  queryKey: ['queues'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/queues', { params: { query }, signal }))),
});
