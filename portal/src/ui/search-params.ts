import { useNavigate, useSearch } from '@tanstack/react-router';

/** Filters that stand in the address: a link shows the same list, and going back keeps them. */
export function useFilters<F extends Record<string, string | undefined>>(): [F, (change: Partial<F>) => void] {
  const filters = useSearch({ strict: false }) as F;
  const navigate = useNavigate();
  const change = (next: Partial<F>) => {
    const all = Object.entries({ ...filters, ...next }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ search: Object.fromEntries(all) as never, replace: true });
  };
  return [filters, change];
}
