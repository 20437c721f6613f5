import { lazy, Suspense } from 'react';

/** Loaded where something was refused, which most pages never see. */
const ProblemBox = lazy(() => import('./problem-box').then(({ ProblemBox: each }) => ({ default: each })));

/** Why something was refused or failed, with what to quote where it was our fault. */
export function ProblemAlert({ error }: { error: unknown }) {
  return error ? <Suspense><ProblemBox error={error} /></Suspense> : null;
}
