import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditDraft } from '../audit/audit-draft';
import type { EntityManager } from 'typeorm';

/** Who does the work, as the audit log names them. */
export interface Actor {
  kind: 'user' | 'api_key' | 'staff' | 'system';
  id: string | null;
  name: string | null;
  /** By which grant one of the provider's people works for a tenant. */
  grantId: string | null;
  address: string | null;
}

/** What is known about the work in progress. */
export interface WorkContext {
  tenantId?: string;
  /** The open transaction, if there is one; repositories join it. */
  manager?: EntityManager;
  /** What the open transaction did, to be written to the audit log as it commits. */
  audit?: AuditDraft[];
  actor?: Actor;
  traceId?: string;
  callId?: string;
  /** Of work that its tenant asks for faster than it may: waits while others' work is in progress. */
  letPass?: () => Promise<void>;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** No tenant is set where one is needed: a programming error, never a user's. */
export class NoTenantError extends Error {
  constructor() {
    super('No tenant is set for this work; it must come through one of the doors (HTTP, websocket, job, switch).');
  }
}

/** Carries the tenant through asynchronous work; set at the doors and nowhere else. */
export const tenantContext = {
  current(): WorkContext {
    return storage.getStore() ?? {};
  },

  /** Starts a context that a guard may complete later in the same request. */
  open<T>(context: WorkContext, work: () => T): T {
    return storage.run(context, work);
  },

  /** Runs work for one tenant; an open transaction is kept only if `context` names it. */
  forTenant<T>(tenantId: string, work: () => T): T {
    return storage.run({ ...storage.getStore(), tenantId }, work);
  },

  /** Work in a transaction that begins: nothing was done in it yet. */
  withManager<T>(manager: EntityManager, work: () => T): T {
    return storage.run({ ...storage.getStore(), manager, audit: [] }, work);
  },

  /** @throws NoTenantError when no door has set one. */
  tenantId(): string {
    const tenantId = storage.getStore()?.tenantId;
    if (!tenantId) throw new NoTenantError();
    return tenantId;
  },
};
