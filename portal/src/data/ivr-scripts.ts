import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allIvrScripts = queryOptions({
  queryKey: ['ivr-scripts'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/ivr-scripts', { params: { query }, signal }))),
});
