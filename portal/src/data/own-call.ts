import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** One of the agent's calls with what is known of who calls: one request, asked when it rings. It does not change while they talk. */
export const ownCall = (uuid: string) =>
  queryOptions({
    queryKey: ['me', 'call', uuid],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/me/agent/call', { params: { query: { uuid } }, signal })),
    staleTime: 'static',
    gcTime: 10 * 60_000,
  });
