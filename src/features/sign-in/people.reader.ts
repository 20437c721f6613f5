import { Injectable } from '@nestjs/common';
import { hashApiKey } from '../../platform/auth/api-key-secret';
import { type Role, ROLE_PERMISSIONS } from '../../platform/auth/permissions';
import { type Entry, type Principal, PrincipalSource, type TokenClaims } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';

interface Person {
  kind: 'user' | 'staff';
  id: string;
  tenantId: string | null;
  passwordHash: string | null;
}

interface RoleRow {
  id: string;
  name: string;
  tenantId: string | null;
  role: Role;
}

/** Finds people and keys before any tenant is known: the one place that must look over all of them. */
@Injectable()
export class PeopleReader extends PrincipalSource {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  async byEmail(tenant: string | undefined, email: string): Promise<Person | null> {
    const [row] =
      tenant === undefined
        ? await this.database.sql<Person>(
            `SELECT 'staff' AS kind, id, NULL AS tenantId, password_hash AS passwordHash
             FROM staff WHERE email = ? AND active = 1`,
            [email],
          )
        : await this.database.sql<Person>(
            `SELECT 'user' AS kind, u.id, u.tenant_id AS tenantId, u.password_hash AS passwordHash
             FROM users u JOIN tenants t ON t.id = u.tenant_id
             WHERE t.slug = ? AND t.removed_at IS NULL AND u.email = ? AND u.active = 1`,
            [tenant, email],
          );
    return row ?? null;
  }

  override async ofToken(claims: TokenClaims): Promise<Principal | null> {
    const [row] =
      claims.kind === 'staff'
        ? await this.database.sql<RoleRow>(
            'SELECT id, email AS name, NULL AS tenantId, role FROM staff WHERE id = ? AND active = 1',
            [claims.sub],
          )
        : await this.database.sql<RoleRow>(
            `SELECT u.id, u.email AS name, u.tenant_id AS tenantId, u.role FROM users u JOIN tenants t ON t.id = u.tenant_id
             WHERE u.tenant_id = ? AND u.id = ? AND u.active = 1 AND t.removed_at IS NULL`,
            [claims.tenant, claims.sub],
          );
    return row ? { kind: claims.kind, ...row, permissions: ROLE_PERMISSIONS[row.role] } : null;
  }

  override async ofApiKey(key: string): Promise<Principal | null> {
    const now = this.clock.now();
    const hash = hashApiKey(key);
    const [row] = await this.database.sql<RoleRow>(
      `SELECT k.id, k.name, k.tenant_id AS tenantId, k.role FROM api_keys k JOIN tenants t ON t.id = k.tenant_id
       WHERE k.secret_hash = ? AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ?)
         AND t.removed_at IS NULL`,
      [hash, now],
    );
    if (!row) return null;
    await this.database.sql(
      `UPDATE api_keys SET last_used_at = ? WHERE secret_hash = ?
         AND (last_used_at IS NULL OR last_used_at < ? - INTERVAL 1 MINUTE)`,
      [now, hash, now],
    );
    return { kind: 'api_key', ...row, permissions: ROLE_PERMISSIONS[row.role] };
  }

  override async entryOf(staffId: string, tenantId: string): Promise<Entry> {
    const [tenant] = await this.database.sql<{ grantId: string | null }>(
      `SELECT (SELECT g.id FROM access_grants g
               WHERE g.tenant_id = t.id AND g.staff_id = ? AND g.expires_at > ? AND g.ended_at IS NULL
               ORDER BY g.expires_at DESC LIMIT 1) AS grantId
       FROM tenants t WHERE t.id = ? AND t.removed_at IS NULL`,
      [staffId, this.clock.now(), tenantId],
    );
    return tenant ? { tenant: 'known', ...tenant } : { tenant: 'unknown' };
  }
}
