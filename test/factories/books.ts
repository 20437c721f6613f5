import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { TokensService } from '../../src/features/sign-in/tokens.service';
import type { Person } from '../../src/platform/auth/as-person';
import { Clock } from '../../src/platform/clock/clock';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { json } from '../../src/platform/database/json-column';
import { EventHandlers } from '../../src/platform/events/event-handlers';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import type { CdrLeg } from '../../src/telephony/cdr/cdr-leg';
import { CdrStore } from '../../src/telephony/cdr/cdr-store';
import type { TestApi } from './api';

export interface OutboxRow {
  id: string;
  tenantId: string;
  type: string;
  payload: unknown;
}

/** Sets the product's present moment; it stands still until it is set again. */
export function timeMachine(app: INestApplication): (at: string) => void {
  let now = new Date();
  app.get(Clock).now = () => now;
  return (at) => (now = new Date(at));
}

export async function tenantIdOf(app: INestApplication, slug: string): Promise<string> {
  const [row] = await app.get(ProviderDatabase).sql<{ id: string }>('SELECT id FROM tenants WHERE slug = ?', [slug]);
  if (!row) throw new Error(`no tenant ${slug}`);
  return row.id;
}

/** A call that came in over the trunk and was answered at `at`; what differs is said by `over`. */
export function inboundLeg(tenantId: string, at: string, billSeconds: number, over: Partial<CdrLeg> = {}): CdrLeg {
  const uuid = over.uuid ?? randomUUID();
  const answeredAt = Date.parse(at);
  return {
    node: 'sw1', coreUuid: 'core', uuid, callUuid: uuid, direction: 'inbound', profile: 'external', tenantId, domain: null,
    from: '13800138001', to: '4008001001', startedAt: answeredAt - 2000, answeredAt,
    endedAt: answeredAt + billSeconds * 1000, billSeconds, hangupCause: 'NORMAL_CLEARING', disposition: 'recv_bye',
    purpose: 'inbound', dialledBy: null, outcome: null, queue: null, customerId: null, segmentId: null, ...over,
  };
}

/** The two legs of a call that a phone placed: its own, and the one to the number outside. */
export function outboundLegs(tenantId: string, at: string, billSeconds: number, to: string): CdrLeg[] {
  const phone = inboundLeg(tenantId, at, billSeconds, { from: '1001', to, purpose: 'outbound', profile: 'internal' });
  const trunk = { ...phone, uuid: randomUUID(), direction: 'outbound' as const, profile: 'external' };
  return [phone, trunk];
}

/** Takes CDRs in and has everything handled that follows from them. */
export async function book(app: INestApplication, ...legs: CdrLeg[]): Promise<OutboxRow[]> {
  await app.get(CdrStore).storeLegs(legs.map((leg) => ({ leg, body: Buffer.from(JSON.stringify(leg)) })));
  return handleEvents(app);
}

/**
 * Does what the worker's relay and runner do, until nothing is left, without waiting for them.
 * @returns what it handled
 */
export async function handleEvents(app: INestApplication): Promise<OutboxRow[]> {
  const handled: OutboxRow[] = [];
  const database = app.get(ProviderDatabase);
  const handlers = app.get(EventHandlers);
  for (;;) {
    const rows = await database.sql<OutboxRow>(
      'SELECT id, tenant_id AS tenantId, type, payload FROM outbox ORDER BY id',
    );
    if (rows.length === 0) return handled;
    handled.push(...rows);
    for (const { id, tenantId, type, payload } of rows) {
      for (const name of handlers.names(type)) {
        await tenantContext.open({ tenantId }, async () => handlers.find(type, name)?.(json(payload)));
      }
      await database.sql('DELETE FROM outbox WHERE id = ?', [id]);
    }
  }
}

/** The token of a new person of the provider. */
export async function staffToken(app: INestApplication, role: string): Promise<string> {
  const id = newId('staff');
  await app
    .get(ProviderDatabase)
    .sql('INSERT INTO staff (id, email, name, role, active, created_at) VALUES (?, ?, ?, ?, 1, NOW(3))', [
      id, `${id}@seatline.test`, role, role,
    ]);
  return lastingToken(app, { kind: 'staff', id, name: id, tenantId: null });
}

/** The token of the administrator that a shipped tenant file declares. */
export async function administratorToken(app: INestApplication, slug: string): Promise<string> {
  const [row] = await app.get(ProviderDatabase).sql<{ id: string; name: string; tenantId: string }>(
    `SELECT u.id, u.email AS name, u.tenant_id AS tenantId FROM users u JOIN tenants t ON t.id = u.tenant_id
     WHERE t.slug = ? AND u.role = 'tenant_admin'`,
    [slug],
  );
  if (!row) throw new Error(`no administrator of ${slug}`);
  return lastingToken(app, { kind: 'user', ...row });
}

/** Of a session that lasts whatever the time machine says. */
async function lastingToken(app: INestApplication, person: Person): Promise<string> {
  const { accessToken } = await app.get(TokensService).open(person, { address: '127.0.0.1', userAgent: 'test' }, 'password');
  const table = person.kind === 'user' ? 'sessions' : 'staff_sessions';
  const lasting = `UPDATE ${table} SET expires_at = '2999-01-01', last_seen_at = '2998-01-01' WHERE person_id = ?`;
  await app.get(ProviderDatabase).sql(lasting, [person.id]);
  return accessToken;
}

interface Answer<T> {
  status: number;
  body: T;
}

/** Asks the API as a client does. */
export async function ask<T>(
  api: TestApi,
  token: string,
  path: string,
  { tenant, post }: { tenant?: string; post?: unknown } = {},
): Promise<Answer<T>> {
  const response = await fetch(`${api.url}${path}`, {
    method: post === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(tenant && { 'seatline-tenant': tenant }),
      ...(post !== undefined && { 'content-type': 'application/json' }),
    },
    ...(post !== undefined && { body: JSON.stringify(post) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}
