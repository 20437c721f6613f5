import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { PersonRef, SessionEnd } from '../../platform/auth/sessions';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { Rows } from '../../platform/database/provider-table';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Session, StaffSession } from './session.entity';

type Kind = PersonRef['kind'];

/** The only place that writes sessions; a user's need the tenant to be set. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly tenants: TenantDatabase,
    private readonly provider: ProviderDatabase,
  ) {}

  page({ kind, id }: PersonRef, request: PageRequest, now: Date): Promise<Page<StaffSession>> {
    return this.table(kind).page(request, { personId: id, endedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  find({ kind, id: personId }: PersonRef, id: string): Promise<StaffSession | null> {
    return this.table(kind).findOne({ id, personId });
  }

  insert(kind: Kind, session: StaffSession): Promise<void> {
    return this.table(kind).insert(session);
  }

  /** The first end stands. */
  async end({ kind, id: personId }: PersonRef, id: string, endedAt: Date, endedBecause: SessionEnd): Promise<void> {
    await this.table(kind).update({ id, personId, endedAt: IsNull() }, { endedAt, endedBecause });
  }

  async endAllOf({ kind, id: personId }: PersonRef, endedAt: Date, endedBecause: SessionEnd, except?: string | null): Promise<void> {
    const others = { personId, endedAt: IsNull(), ...(except && { id: Not(except) }) };
    await this.table(kind).update(others, { endedAt, endedBecause });
  }

  /** Whose tenant is not known yet: the token is all that its bearer shows. */
  async ofFamily(kind: Kind, familyHash: string): Promise<(StaffSession & { tenantId: string | null }) | null> {
    const entity = kind === 'user' ? Session : StaffSession;
    const found = await this.provider.manager().findOne(entity as typeof Session, { where: { familyHash } });
    return found && { ...found, tenantId: found.tenantId ?? null };
  }

  lock({ kind, id: personId }: PersonRef, id: string): Promise<StaffSession | null> {
    return this.table(kind).lockOne({ id, personId });
  }

  async rotate(kind: Kind, id: string, patch: Pick<StaffSession, 'refreshHash' | 'refreshedAt' | 'previousHash' | 'successor'>): Promise<void> {
    await this.table(kind).update({ id }, patch);
  }

  private table(kind: Kind): Rows<StaffSession> {
    if (kind === 'user') return this.tenants.table(Session) as Rows<StaffSession>;
    return this.provider.table(StaffSession);
  }
}
