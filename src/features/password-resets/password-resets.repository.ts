import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { Person } from '../../platform/auth/as-person';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { PasswordReset } from './password-reset.entity';

interface Found {
  id: string;
  person: Person;
}

/** The only place that writes password resets. */
@Injectable()
export class PasswordResetsRepository {
  constructor(
    private readonly tenants: TenantDatabase,
    private readonly provider: ProviderDatabase,
  ) {}

  find(id: string): Promise<PasswordReset | null> {
    return this.table().findOne({ id });
  }

  countSince(personId: string, since: Date): Promise<number> {
    return this.table().count({ personId, createdAt: MoreThan(since) });
  }

  insert(reset: Omit<PasswordReset, 'tenantId'>): Promise<void> {
    return this.table().insert(reset);
  }

  async update(id: string, patch: Partial<Pick<PasswordReset, 'tokenHash' | 'expiresAt' | 'sentAt'>>): Promise<void> {
    await this.table().update({ id }, patch);
  }

  /** @returns false when it was used, or has ended, meanwhile. */
  async use(id: string, now: Date): Promise<boolean> {
    return (await this.table().update({ id, usedAt: IsNull(), expiresAt: MoreThan(now) }, { usedAt: now })) === 1;
  }

  /**
   * Whose tenant is not known yet: the token is all that its bearer shows. One from before the password that is in use is
   * worth nothing: whoever has set that one since did so by another way.
   */
  async ofToken(tokenHash: string, now: Date): Promise<Found | null> {
    const [row] = await this.provider.sql<{ id: string; personId: string; email: string; tenantId: string }>(
      `SELECT r.id, r.person_id AS personId, u.email, r.tenant_id AS tenantId
       FROM password_resets r
       JOIN users u ON u.tenant_id = r.tenant_id AND u.id = r.person_id AND u.active = 1
       JOIN tenants t ON t.id = r.tenant_id AND t.removed_at IS NULL
       WHERE r.token_hash = ? AND r.used_at IS NULL AND r.expires_at > ?
         AND (u.password_set_at IS NULL OR u.password_set_at <= r.created_at)`,
      [tokenHash, now],
    );
    return row ? { id: row.id, person: { kind: 'user', id: row.personId, name: row.email, tenantId: row.tenantId } } : null;
  }

  private table() {
    return this.tenants.table(PasswordReset);
  }
}
