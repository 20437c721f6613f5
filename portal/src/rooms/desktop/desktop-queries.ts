import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';

export const ownAgent = queryOptions({
  queryKey: ['me', 'agent'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/me/agent', { signal })),
});

export const phoneChoice = queryOptions({
  queryKey: ['me', 'phone'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/me/phone', { signal })),
});
