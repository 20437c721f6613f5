import { tenantContext, type WorkContext } from '../tenancy/tenant-context';
import type { AuditFacts } from './domain/audit-chain';
import type { Change } from './domain/change-of';

/** The provider's own chain: its tenants, its people. */
export const PROVIDER_CHAIN = 'provider';

export interface AuditEvent extends Pick<AuditFacts, 'action' | 'objectType' | 'objectId'> {
  detail: Change | Record<string, unknown> | null;
}

/** An event with whose chain it belongs to and who caused it, as known when it happened. */
export type AuditDraft = AuditEvent & Omit<AuditFacts, 'seq' | 'at' | 'detail'>;

/** What is done without anybody asking: schedules, the switch, commands of the operator. */
const SYSTEM: NonNullable<WorkContext['actor']> = { kind: 'system', id: null, name: null, grantId: null, address: null };

export function draftOf(tenantId: string, event: AuditEvent): AuditDraft {
  const { actor = SYSTEM, traceId } = tenantContext.current();
  const { kind, id, name, grantId, address } = actor;
  const who = { actorKind: kind, actorId: id, actorName: name, grantId, address, traceId: traceId ?? null };
  return { tenantId, ...event, ...who };
}

/** Notes what happened in the open transaction; it is written when that commits. */
export function noteInTransaction(tenantId: string, event: AuditEvent): void {
  const { audit } = tenantContext.current();
  if (!audit) throw new Error(`The change of ${event.objectType} must be made in a transaction.`);
  audit.push(draftOf(tenantId, event));
}
