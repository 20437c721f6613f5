import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** The agent that who is signed in works as. */
export const ownAgent = queryOptions({
  queryKey: ['me', 'agent'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/me/agent', { signal })),
});
