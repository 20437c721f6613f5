import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

/** The tenants that one of the provider's people may work in at this moment. */
export const ownGrants = queryOptions({
  queryKey: ['me', 'access-grants'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/me/access-grants', { params: { query }, signal }))),
});
