import { newId } from '../../../platform/database/ids';
import type { CdrLeg } from '../../../telephony/cdr/cdr-leg';
import type { CallLeg } from '../call-leg.entity';

/** What of a leg no column keeps: each fact stands in one place. */
export type LegFacts = Omit<CdrLeg, 'tenantId' | 'node' | 'uuid' | 'callUuid' | 'direction'>;

export const LEG_COLUMNS = 'tenant_id, id, created_at, node, uuid, call_uuid, direction, started_at, ended_at, facts';

/** A new row's values, in the order of the columns. */
export function legValues(tenantId: string, leg: CdrLeg, createdAt: Date): unknown[] {
  const { tenantId: _named, node, uuid, callUuid, direction, ...facts } = leg;
  const times = [new Date(leg.startedAt), new Date(leg.endedAt)];
  return [tenantId, newId('leg'), createdAt, node, uuid, callUuid, direction, ...times, JSON.stringify(facts)];
}

export function legOfRow({ tenantId, node, uuid, callUuid, direction, facts }: CallLeg): CdrLeg {
  return { ...facts, tenantId, node, uuid, callUuid, direction };
}
