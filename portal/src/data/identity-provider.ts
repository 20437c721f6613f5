import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import type { Schemas } from '../api/types';

/** The tenant's own way to sign in; null where there is none. */
export const identityProviderQuery = queryOptions({
  queryKey: ['identity-provider'],
  queryFn: async ({ signal }): Promise<Schemas['IdentityProviderDto'] | null> => {
    try {
      return await answerOf(api.GET('/v1/identity-provider', { signal }));
    } catch (error) {
      if (error instanceof ProblemError && error.is('not_found')) return null;
      throw error;
    }
  },
});
