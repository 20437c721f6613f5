import type { Call } from '../../src/features/calls/call.entity';
import type { CallLeg } from '../../src/features/calls/call-leg.entity';
import { type KnownCall, knownCall } from '../../src/features/calls/domain/call-numbers-columns';
import { legOfRow } from '../../src/features/calls/domain/leg-row';
import type { Clock } from '../../src/platform/clock/clock';
import type { Config } from '../../src/platform/config/config';
import { json } from '../../src/platform/database/json-column';
import type { ProviderDatabase } from '../../src/platform/database/provider-database';
import { FieldSeal } from '../../src/platform/encryption/field-seal';
import { MasterKeys } from '../../src/platform/encryption/master-keys';
import { TenantKeys } from '../../src/platform/encryption/tenant-keys';
import type { CdrLeg } from '../../src/telephony/cdr/cdr-leg';

interface Sql {
  sql<T>(statement: string, parameters?: unknown[]): Promise<T[]>;
}

/** What the tests' installations seal with. */
export const TEST_MASTER_KEY = Buffer.alloc(32).toString('base64');

/** What the product has sealed, as somebody opens it who holds the master key: no part of the product runs. */
async function sealsOf(database: Sql): Promise<(tenantId: string) => FieldSeal> {
  const masters = new MasterKeys({ MASTER_KEY: TEST_MASTER_KEY } as Config);
  const keys = new TenantKeys(database as unknown as ProviderDatabase, masters, undefined as unknown as Clock);
  const ids = await database.sql<{ id: string }>('SELECT id FROM tenants');
  const living = await keys.living(ids.map(({ id }) => id));
  return (tenantId) => new FieldSeal(tenantId, living.get(tenantId) ?? []);
}

/** Every call in the books. */
export async function openedCalls(database: Sql): Promise<KnownCall[]> {
  const sealOf = await sealsOf(database);
  const rows = await database.sql<Call>(
    `SELECT tenant_id AS tenantId, id, node, uuid, direction, numbers_sealed AS numbersSealed, queue, agent, outcome,
            ended_by AS endedBy, wait_seconds AS waitSeconds, talk_seconds AS talkSeconds, settled FROM calls`,
  );
  return rows.map((row) => knownCall({ ...row, settled: Boolean(row.settled) }, sealOf(row.tenantId)));
}

/** Every leg in the books. */
export async function openedLegs(database: Sql): Promise<CdrLeg[]> {
  const sealOf = await sealsOf(database);
  const rows = await database.sql<CallLeg>(
    `SELECT tenant_id AS tenantId, id, node, uuid, call_uuid AS callUuid, direction, facts, numbers_sealed AS numbersSealed
       FROM call_legs`,
  );
  return rows.map((row) => legOfRow({ ...row, facts: json(row.facts) }, sealOf(row.tenantId)));
}
