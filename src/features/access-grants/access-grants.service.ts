import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TenantsReader } from '../tenants/tenants.reader';
import type { AccessGrant } from './access-grant.entity';
import type { CreateAccessGrantDto } from './access-grants.dto';
import { AccessGrantsRepository } from './access-grants.repository';

const HOUR_MS = 3_600_000;

@Injectable()
export class AccessGrantsService {
  constructor(
    private readonly grants: AccessGrantsRepository,
    private readonly tenants: TenantsReader,
    private readonly rights: RightsChanges,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<AccessGrant>> {
    return this.grants.page(request);
  }

  /** The asker's own, one of the provider's people's, that open a tenant at this moment. */
  inForce({ id }: Principal, request: PageRequest): Promise<Page<AccessGrant>> {
    return this.grants.inForce(id, this.clock.now(), request);
  }

  /** For the asker, one of the provider's people. @throws AppError not_found for a tenant that there is none of */
  async enter(tenantId: string, { id: staffId, name }: Principal, body: CreateAccessGrantDto): Promise<AccessGrant> {
    if (!(await this.tenants.all()).some((tenant) => tenant.id === tenantId)) throw AppError.notFound();
    return tenantContext.forTenant(tenantId, async () => {
      const [id, createdAt] = [newId('accessGrant'), this.clock.now()];
      const expiresAt = new Date(createdAt.getTime() + body.hours * HOUR_MS);
      const asked = { staffId, staffName: name, reason: body.reason, expiresAt };
      await this.grants.insert({ ...asked, id, createdAt, endedAt: null, endedBy: null });
      return this.get(id);
    });
  }

  async end(id: string, { name }: Principal): Promise<void> {
    const { staffId } = await this.get(id);
    await this.grants.end(id, this.clock.now(), name);
    for (const subject of [staffId, id]) await this.rights.announce(subject);
  }

  private async get(id: string): Promise<AccessGrant> {
    const grant = await this.grants.find(id);
    if (!grant) throw AppError.notFound();
    return grant;
  }
}
