import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { StaffService } from '../../src/features/staff/staff.service';
import { hashPassword, newPassword } from '../../src/platform/auth/passwords';
import { digestOf, newSecret } from '../../src/platform/auth/random-secret';
import type { StaffRole } from '../../src/platform/auth/permissions';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { readPrivate, writePrivate } from './installation-secrets';

/** Who may sign in, and with what; only passwords that this machine made itself are known. */
export interface SignIn {
  /** Null for the provider's own people. */
  tenant: string | null;
  email: string;
  role: string;
  password: string | null;
}

const TOKEN_SECONDS = 3600;

interface Sql {
  sql<T>(statement: string, parameters?: unknown[]): Promise<T[]>;
}

const STAFF: readonly [email: string, name: string, role: StaffRole][] = [
  ['admin@seatline.test', 'Provider administrator', 'provider_admin'],
  ['accounts@seatline.test', 'Account manager', 'account_manager'],
  ['finance@seatline.test', 'Finance', 'finance'],
];

/** Gives everyone who has no password one, and remembers it so that it can be shown. Nobody's password is changed. */
export async function ensureSignIns(app: INestApplication, dataDir: string): Promise<SignIn[]> {
  const file = join(dataDir, 'sign-ins.json');
  const known = readPrivate<Record<string, string>>(file) ?? {};
  const database = app.get(ProviderDatabase);
  for (const [email, name, role] of STAFF) await app.get(StaffService).ensure(email, name, role, (known[`/${email}`] ??= newPassword()));
  const without = await database.sql<{ tenantId: string; id: string; key: string }>(
    `SELECT u.tenant_id AS tenantId, u.id, CONCAT(t.slug, '/', u.email) AS \`key\`
     FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.password_hash IS NULL AND t.removed_at IS NULL`,
  );
  for (const { tenantId, id, key } of without) {
    const hash = await hashPassword((known[key] ??= newPassword()));
    await database.sql('UPDATE users SET password_hash = ? WHERE tenant_id = ? AND id = ?', [hash, tenantId, id]);
  }
  writePrivate(file, known);
  return list(database, known);
}

async function list(database: ProviderDatabase, known: Record<string, string>): Promise<SignIn[]> {
  const people = await database.sql<Omit<SignIn, 'password'>>(
    `SELECT NULL AS tenant, email, role FROM staff WHERE active = 1
     UNION ALL
     SELECT t.slug, u.email, u.role FROM users u JOIN tenants t ON t.id = u.tenant_id
     WHERE u.active = 1 AND t.removed_at IS NULL AND (u.role IN ('tenant_admin', 'supervisor')
       OR u.id = (SELECT MIN(a.id) FROM users a WHERE a.tenant_id = u.tenant_id AND a.role = 'agent'))`,
  );
  return people.map((person) => ({ ...person, password: known[`${person.tenant ?? ''}/${person.email}`] ?? null }));
}

/** A token of the provider's administrator, for what the start itself asks the API. */
export async function administratorToken(database: Sql, jwtSecret: string): Promise<string> {
  const [admin] = await database.sql<{ id: string }>("SELECT id FROM staff WHERE role = 'provider_admin' AND active = 1 LIMIT 1");
  if (!admin) throw new Error('There is no provider administrator.');
  return staffToken(database, jwtSecret, admin.id);
}

/** A session of one of the provider's people, opened past the sign-in by whoever owns the database and the secret. */
export async function staffToken(database: Sql, jwtSecret: string, staffId: string): Promise<string> {
  const sid = newId('staffSession');
  const unused = () => digestOf(newSecret());
  await database.sql(
    `INSERT INTO staff_sessions (id, created_at, person_id, address, user_agent, last_seen_at, expires_at, family_hash,
       refresh_hash, refreshed_at)
     VALUES (?, UTC_TIMESTAMP(3), ?, '127.0.0.1', 'npm', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND, ?, ?, UTC_TIMESTAMP(3))`,
    [sid, staffId, TOKEN_SECONDS, unused(), unused()],
  );
  const jwt = new JwtService({ secret: jwtSecret, signOptions: { issuer: 'seatline', algorithm: 'HS256' } });
  return jwt.signAsync({ sub: staffId, kind: 'staff', tenant: null, sid }, { expiresIn: TOKEN_SECONDS });
}
