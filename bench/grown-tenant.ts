import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../scripts/services/repository-root';
import type { LiveAgent, LiveCall } from '../src/features/live/domain/live-view';
import type { LiveStore } from '../src/features/live/live-store';
import { readTenantFile } from '../src/features/tenants/domain/tenant-file';
import { TenantFilesService } from '../src/features/tenants/tenant-files.service';
import { hashPassword } from '../src/platform/auth/passwords';
import { ProviderDatabase } from '../src/platform/database/provider-database';

/** The largest centre that the product is measured against. */
export const AGENTS = 1_500;
export const CALLS = 300;
const FIRST_AGENT = 20_001;
export const PASSWORD = 'a password of the measurement';
export const SUPERVISOR_EMAIL = 'supervisor@insurance.seatline.test';
export const AGENT_EMAIL = 'agent2001@insurance.seatline.test';
export const NODE = 'sw1';

/** The shipped insurer, grown. @returns its id */
export async function makeTenant(app: INestApplicationContext): Promise<string> {
  const text = readFileSync(join(repositoryRoot(__dirname), 'tenants/insurance.yaml'), 'utf8');
  const range = `${FIRST_AGENT}..${FIRST_AGENT + AGENTS - 1}`;
  const file = parse(text) as Record<string, unknown> & { queues: { tiers: unknown }[] };
  file['quotas'] = { concurrent_calls: CALLS * 2, seats: AGENTS };
  file['seats'] = [{ from: String(FIRST_AGENT), count: AGENTS }];
  file['agents'] = [{ range, name: 'Agent {number}', seat: '{number}' }];
  file.queues.forEach((queue) => (queue.tiers = [{ agents: range, level: 0, first_position: 1 }]));
  const reading = readTenantFile(stringify(file));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  await app.get(TenantFilesService, { strict: false }).apply(reading.spec);
  const database = app.get(ProviderDatabase, { strict: false });
  await database.sql('UPDATE users SET password_hash = ?, password_temporary = 0', [await hashPassword(PASSWORD)]);
  await database.sql("UPDATE agents SET status = 'available'");
  await database.sql(
    `UPDATE agents a JOIN users u ON u.tenant_id = a.tenant_id AND u.role = 'agent' SET a.user_id = u.id, a.signed_in_seat_id = a.seat_id
      WHERE a.number = ? AND u.email = ?`,
    [String(FIRST_AGENT), AGENT_EMAIL],
  );
  const [tenant] = await database.sql<{ id: string }>("SELECT id FROM tenants WHERE slug = 'insurance'");
  return tenant?.id ?? '';
}

/** Everybody at work: as many talk as there are calls. */
export function fillFloor(store: LiveStore, tenantId: string): void {
  for (let nth = 0; nth < AGENTS; nth += 1) store.putAgent(tenantId, agentOf(nth, nth < CALLS ? 'In a queue call' : 'Waiting'));
  for (let nth = 0; nth < CALLS; nth += 1) store.putCall(tenantId, NODE, callOf(nth, 'talking'));
}

export function agentOf(nth: number, state: string): LiveAgent {
  return { number: String(FIRST_AGENT + nth), state, since: new Date().toISOString() };
}

export function callOf(nth: number, state: 'talking' | 'waiting'): LiveCall {
  const now = new Date().toISOString();
  const tail = String(nth).padStart(12, '0');
  return {
    uuid: `00000000-0000-4000-8000-${tail}`,
    direction: 'inbound',
    state,
    from: `1380${tail.slice(-7)}`,
    to: '4008002002',
    queue: 'claims',
    agent: state === 'talking' ? String(FIRST_AGENT + nth) : null,
    offeredTo: null, caller: null,
    startedAt: now,
    waitingSince: state === 'waiting' ? now : null,
    seats: [],
    answeredAt: state === 'talking' ? now : null,
    talkingSince: state === 'talking' ? now : null,
  };
}
