import { Injectable } from '@nestjs/common';
import type { Person } from '../../platform/auth/as-person';
import { digestOf } from '../../platform/auth/random-secret';
import { permissionsOfKey } from '../../platform/auth/key-permissions';
import { type Permission, type Role, ROLE_PERMISSIONS } from '../../platform/auth/permissions';
import { DUTIES, type Entry, type Principal, type PrincipalRef, PrincipalSource, type TokenClaims } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { json } from '../../platform/database/json-column';
import { ProviderDatabase } from '../../platform/database/provider-database';

export interface PersonRow extends Person {
  passwordHash: string | null;
  /** 1 where a second factor is asked for. */
  secondFactor: number;
}

type FoundRow = PersonRow & { slug: string | null };

interface RoleRow {
  id: string;
  name: string;
  tenantId: string | null;
  role: Role;
}

interface SessionRow extends RoleRow {
  lastSeenAt: Date;
  /** 0, 1 or null. */
  changePassword: number | null;
  /** 0, 1 or null. */
  enrolFactor: number | null;
}

interface KeyRow extends RoleRow {
  grantId: string | null;
  scopes: unknown;
  lastUsedAt: Date | null;
}

const MINUTE_MS = 60_000;

/** A session that is open, at a moment and with nothing older than another for its last use. */
const OPEN = 's.id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND s.last_seen_at > ?';

/** By the tenant's policy; null where it has none. Set before we noted when: as old as the user. */
const TOO_OLD = 'COALESCE(u.password_set_at, u.created_at) + INTERVAL i.password_max_age_days DAY <= ?';

/** The policy asks the role for a second factor, and there is none. */
const WITHOUT_FACTOR = 'JSON_CONTAINS(i.second_factor_roles, JSON_QUOTE(u.role)) AND f.confirmed_at IS NULL';

/** Finds people and keys before any tenant is known: the one place that must look over all of them. */
@Injectable()
export class PeopleReader extends PrincipalSource {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  /**
   * As they are kept, to the last space: the database takes no notice of spaces at the end, and guesses with each number of
   * those would be counted by themselves.
   * @param tenant its slug; null for the provider's people
   * @param email in lower case
   */
  async byEmail(tenant: string | null, email: string): Promise<PersonRow | null> {
    const [found] =
      tenant === null
        ? await this.database.sql<FoundRow>(
            `SELECT 'staff' AS kind, id, email AS name, NULL AS tenantId, NULL AS slug, password_hash AS passwordHash,
               EXISTS (SELECT 1 FROM staff_second_factors f WHERE f.person_id = staff.id AND f.confirmed_at IS NOT NULL) AS secondFactor
             FROM staff WHERE email = ? AND active = 1`,
            [email],
          )
        : await this.database.sql<FoundRow>(
            `SELECT 'user' AS kind, u.id, u.email AS name, u.tenant_id AS tenantId, t.slug, u.password_hash AS passwordHash,
               EXISTS (SELECT 1 FROM second_factors f
                       WHERE f.tenant_id = u.tenant_id AND f.person_id = u.id AND f.confirmed_at IS NOT NULL) AS secondFactor
             FROM users u JOIN tenants t ON t.id = u.tenant_id
             WHERE t.slug = ? AND t.removed_at IS NULL AND u.email = ? AND u.active = 1`,
            [tenant, email],
          );
    if (!found) return null;
    const { slug, ...person } = found;
    return slug === tenant && person.name === email ? person : null;
  }

  override async ofToken(claims: TokenClaims): Promise<Principal | null> {
    const now = this.clock.now();
    const row = await this.openSession(claims, now);
    if (!row) return null;
    if (now.getTime() - row.lastSeenAt.getTime() >= MINUTE_MS) await this.touch(claims, now);
    return personIn(row, claims);
  }

  override async ofApiKey(key: string): Promise<Principal | null> {
    const now = this.clock.now();
    const hash = digestOf(key);
    const row = await this.livingKey('k.secret_hash = ? OR (k.former_hash = ? AND k.former_until > ?)', [hash, hash, now], now);
    if (!row) return null;
    if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() >= MINUTE_MS) {
      await this.database.sql('UPDATE api_keys SET last_used_at = ? WHERE tenant_id = ? AND id = ?', [now, row.tenantId, row.id]);
    }
    return holderOf(row);
  }

  override async again({ kind, id, tenantId, sessionId }: PrincipalRef): Promise<Principal | null> {
    const now = this.clock.now();
    if (kind === 'api_key') {
      const key = await this.livingKey('k.tenant_id = ? AND k.id = ?', [tenantId, id], now);
      return key && holderOf(key);
    }
    if (sessionId === null) return null;
    const claims = { sub: id, kind, tenant: tenantId, sid: sessionId };
    const row = await this.openSession(claims, now);
    return row && personIn(row, claims);
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

  /** The session and the rights of its person in one statement: neither is older than the request. */
  private async openSession(claims: TokenClaims, now: Date): Promise<SessionRow | null> {
    const idleSince = new Date(now.getTime() - this.config.SESSION_IDLE_MINUTES * MINUTE_MS);
    const [row] =
      claims.kind === 'staff'
        ? await this.database.sql<SessionRow>(
            `SELECT p.id, p.email AS name, NULL AS tenantId, p.role, s.last_seen_at AS lastSeenAt,
                    p.password_temporary AS changePassword, 0 AS enrolFactor
             FROM staff_sessions s JOIN staff p ON p.id = s.person_id
             WHERE p.id = ? AND p.active = 1 AND ${OPEN}`,
            [claims.sub, claims.sid, now, idleSince],
          )
        : await this.database.sql<SessionRow>(
            `SELECT u.id, u.email AS name, u.tenant_id AS tenantId, u.role, s.last_seen_at AS lastSeenAt,
                    s.method = 'password' AND (u.password_temporary OR ${TOO_OLD}) AS changePassword,
                    s.method = 'password' AND ${WITHOUT_FACTOR} AS enrolFactor
             FROM sessions s
             JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.person_id
             JOIN tenants t ON t.id = s.tenant_id
             LEFT JOIN sign_in_policies i ON i.tenant_id = s.tenant_id
             LEFT JOIN second_factors f ON f.tenant_id = s.tenant_id AND f.person_id = s.person_id
             WHERE s.tenant_id = ? AND u.id = ? AND u.active = 1 AND t.removed_at IS NULL AND ${OPEN}`,
            [now, claims.tenant, claims.sub, claims.sid, now, idleSince],
          );
    return row ?? null;
  }

  /** One that was made by an access of the provider's people lives no longer than that, nor than they are the provider's. */
  private async livingKey(which: string, values: unknown[], now: Date): Promise<KeyRow | null> {
    const [row] = await this.database.sql<KeyRow>(
      `SELECT k.id, k.name, k.tenant_id AS tenantId, k.role, k.access_grant_id AS grantId, k.scopes, k.last_used_at AS lastUsedAt
       FROM api_keys k JOIN tenants t ON t.id = k.tenant_id
       LEFT JOIN access_grants g ON g.tenant_id = k.tenant_id AND g.id = k.access_grant_id
       LEFT JOIN staff s ON s.id = g.staff_id
       WHERE (${which}) AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ?) AND t.removed_at IS NULL
         AND (k.access_grant_id IS NULL OR (g.ended_at IS NULL AND s.active = 1))`,
      [...values, now],
    );
    return row ?? null;
  }

  private async touch({ kind, tenant, sid }: TokenClaims, now: Date): Promise<void> {
    const staff = kind === 'staff';
    await this.database.sql(
      `UPDATE ${staff ? 'staff_sessions' : 'sessions'} SET last_seen_at = ? WHERE ${staff ? '' : 'tenant_id = ? AND '}id = ?`,
      staff ? [now, sid] : [now, tenant, sid],
    );
  }
}

function personIn({ lastSeenAt: _, changePassword, enrolFactor, ...person }: SessionRow, { kind, sid }: TokenClaims): Principal {
  const duties = DUTIES.filter((duty) => (duty === 'change_password' ? changePassword : enrolFactor));
  const permissions = duties.length > 0 ? [] : ROLE_PERMISSIONS[person.role];
  return { kind, ...person, sessionId: sid, grantId: null, permissions, duties };
}

function holderOf({ scopes, lastUsedAt: _, ...key }: KeyRow): Principal {
  const permissions = permissionsOfKey(key.role, json<Permission[] | null>(scopes));
  return { kind: 'api_key', ...key, sessionId: null, permissions, duties: [] };
}
