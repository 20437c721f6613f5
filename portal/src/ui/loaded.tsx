import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorPage } from '../shell/error-page';
import { Splash } from '../shell/splash';

/** What was asked for once it is there; a sign that it comes before, and the reason where it cannot be had. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorPage error={query.error} reset={() => void query.refetch()} />;
  return <Splash />;
}
