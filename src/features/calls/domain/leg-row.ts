import { newId } from '../../../platform/database/ids';
import type { FieldSeal } from '../../../platform/encryption/field-seal';
import { openNumbers, sealNumbers } from '../../../platform/encryption/sealed-numbers';
import type { CdrLeg } from '../../../telephony/cdr/cdr-leg';
import type { CallLeg } from '../call-leg.entity';

/** What of a leg no column keeps: each fact stands in one place. */
export type LegFacts = Omit<CdrLeg, 'tenantId' | 'node' | 'uuid' | 'callUuid' | 'direction' | 'from' | 'to'>;

export const LEG_COLUMNS =
  'tenant_id, id, created_at, node, uuid, call_uuid, direction, started_at, ended_at, facts, numbers_sealed';

/** Where a leg's numbers are sealed for. */
export function legPlace(id: string): string {
  return `call_legs.numbers ${id}`;
}

/** A new row's values, in the order of the columns. */
export function legValues(tenantId: string, leg: CdrLeg, createdAt: Date, seal: FieldSeal): unknown[] {
  const { tenantId: _named, node, uuid, callUuid, direction, from, to, ...facts } = leg;
  const id = newId('leg');
  const times = [new Date(leg.startedAt), new Date(leg.endedAt)];
  const sealed = sealNumbers(seal, legPlace(id), { from, to });
  return [tenantId, id, createdAt, node, uuid, callUuid, direction, ...times, JSON.stringify(facts), sealed];
}

export function legOfRow(row: CallLeg, seal: FieldSeal): CdrLeg {
  const { id, tenantId, node, uuid, callUuid, direction, facts, numbersSealed } = row;
  return { ...facts, ...openNumbers(seal, legPlace(id), numbersSealed), tenantId, node, uuid, callUuid, direction };
}
