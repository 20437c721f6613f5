import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { brandingQuery } from '../session/branding';
import { enteredTenant } from '../session/entered-tenant';
import type { Me } from '../session/session';
import { useStore } from '../state/store';
import { brand } from '../theme/brand';

/** Has the portal look as the tenant wants it, for as long as its rooms are open. */
export function Branding({ me }: { me: Me }) {
  const entered = useStore(enteredTenant);
  const { data } = useQuery({ ...brandingQuery(), enabled: me.kind !== 'staff' || entered !== null });
  useEffect(() => {
    brand.set(data?.data ?? null);
    return () => brand.set(null);
  }, [data]);
  return null;
}
