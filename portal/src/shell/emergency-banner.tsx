import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { emergencyQuery } from '../data/emergency';

/** Loaded while there is an emergency, which is hardly ever. */
const EmergencyAlert = lazy(() => import('./emergency-alert').then(({ EmergencyAlert: each }) => ({ default: each })));

/** Above each room of a tenant's, as long as its numbers answer with a message alone. */
export function EmergencyBanner() {
  const { data } = useQuery(emergencyQuery());
  return data?.active ? <Suspense><EmergencyAlert emergency={data} /></Suspense> : null;
}
