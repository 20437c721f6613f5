import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

/** What may come right by itself is asked again; what the API refused is not. */
function isWorthAnother(failures: number, error: Error): boolean {
  return failures < 3 && error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 502);
}

export const queries: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    // whatever was changed may stand on another page as well
    onSuccess: () => queries.invalidateQueries(),
  }),
  defaultOptions: { queries: { retry: isWorthAnother, staleTime: 10_000, refetchOnWindowFocus: true } },
});
