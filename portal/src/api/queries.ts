import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

/** What may come right by itself is asked again, after 1, 2 and 4 s; what the API refused is not, but for asking too often. */
function isWorthAnother(failures: number, error: Error): boolean {
  if (failures >= 3 || !(error instanceof ProblemError)) return false;
  const { status } = error.problem;
  return status === 0 || status === 429 || status >= 502;
}

export const queries: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    // whatever was changed may stand on another page as well
    onSuccess: () => queries.invalidateQueries(),
  }),
  defaultOptions: { queries: { retry: isWorthAnother, staleTime: 10_000, refetchOnWindowFocus: true } },
});
