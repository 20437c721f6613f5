import { tenantContext } from '../tenancy/tenant-context';
import type { PersonRef } from './sessions';

/** A person and whose: null for the provider's people. */
export interface Person extends PersonRef {
  /** E-mail address. */
  name: string;
  tenantId: string | null;
}

/** Work that a person does who shows it by a password or a token, where no guard has said so: in his tenant, as him. */
export function asPerson<T>({ kind, id, name, tenantId }: Person, address: string, work: () => Promise<T>): Promise<T> {
  const actor = { kind, id, name, grantId: null, address };
  return tenantContext.open({ ...tenantContext.current(), actor, ...(tenantId !== null && { tenantId }) }, work);
}
