import { SoundsReader } from '../../src/features/sounds/sounds.reader';
import { TenantsReader } from '../../src/features/tenants/tenants.reader';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { type Environment, withProduct } from '../installation/with-product';

/** The names of a tenant's own sounds; none for a tenant that is not there. */
export function ownSounds(environment: Environment, warn: (line: string) => void, slug: string): Promise<string[]> {
  return withProduct(environment, warn, async (app) => {
    const tenant = await app.get(TenantsReader, { strict: false }).named(slug);
    if (!tenant || tenant.removedAt) return [];
    return tenantContext.open({ tenantId: tenant.id }, () => app.get(SoundsReader, { strict: false }).ownNames());
  });
}
