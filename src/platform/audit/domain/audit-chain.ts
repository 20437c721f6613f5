import { createHash, createHmac } from 'node:crypto';

/** What an entry of the audit log says; its digest covers all of it. */
export interface AuditFacts {
  tenantId: string;
  /** 1, 2, 3 … without a gap, per tenant. */
  seq: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  grantId: string | null;
  address: string | null;
  traceId: string | null;
  action: string;
  objectType: string;
  objectId: string;
  /** JSON, as it was written: a database that writes it otherwise would break the digest. */
  detail: string | null;
}

export interface AuditRecord extends AuditFacts {
  digest: string;
}

/** Where a tenant's chain ends. */
export interface AuditHead {
  tenantId: string;
  seq: number;
  digest: string;
}

/** The digest that the first entry of a chain follows. */
export const BEGINNING = '0'.repeat(64);

/** SHA-256 over the entry and the digest before it, in hex. Anybody who holds an export can compute it. */
export function digestOf(before: string, entry: AuditFacts): string {
  const { tenantId, seq, at, actorKind, actorId, actorName, grantId, address, traceId } = entry;
  const { action, objectType, objectId, detail } = entry;
  const who = [actorKind, actorId, actorName, grantId, address, traceId];
  const text = JSON.stringify([before, tenantId, seq, at.toISOString(), ...who, action, objectType, objectId, detail]);
  return createHash('sha256').update(text).digest('hex');
}

/**
 * What proves that we wrote the end of a chain: an HMAC-SHA256 under a key that is not in the database. Whoever can
 * write its tables could compute every digest anew, but not this.
 */
export function sealOf(key: Buffer, { tenantId, seq, digest }: AuditHead): string {
  return createHmac('sha256', key).update(JSON.stringify([tenantId, seq, digest])).digest('hex');
}
