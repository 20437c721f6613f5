import { Injectable } from '@nestjs/common';
import { Log } from '../logging/log';
import { tenantContext } from '../tenancy/tenant-context';
import { FieldSeal } from './field-seal';
import { TenantKeys } from './tenant-keys';

/** So long a seal is used again to write with. What is sealed with a key that was just destroyed is erased as it comes. */
const KEPT_MS = 1000;

type SealOf = (tenantId: string) => FieldSeal;

/**
 * The seals of tenants' rows. To read, the keys are read for each piece of work, however many rows and tenants it has: a key
 * that was destroyed opens nothing from then on, in no process.
 */
@Injectable()
export class FieldSeals {
  private kept = new Map<string, FieldSeal>();
  private keptUntil = 0;

  constructor(
    private readonly keys: TenantKeys,
    private readonly log: Log,
  ) {}

  /** Of the tenant that is set, to open and to search: where it has no key, nothing opens and nothing is found. */
  async toRead(): Promise<FieldSeal> {
    const tenantId = tenantContext.tenantId();
    return (await this.toReadOf([tenantId]))(tenantId);
  }

  /** Of the tenant that is set; the first time its key is made. */
  async toWrite(): Promise<FieldSeal> {
    const tenantId = tenantContext.tenantId();
    return (await this.toWriteOf([tenantId]))(tenantId);
  }

  /** For work that is the provider's. */
  async toReadOf(tenantIds: readonly string[]): Promise<SealOf> {
    const keys = await this.keys.living(tenantIds);
    const seals = new Map([...keys].map(([id, living]) => [id, new FieldSeal(id, living, this.onBroken)]));
    return (tenantId) => seals.get(tenantId) ?? new FieldSeal(tenantId, []);
  }

  /**
   * To look for what is sealed with one tenant's key, on the way of a call that waits: the key may be up to a second old. What
   * is found must be opened with a seal of its own.
   */
  async toFindOf(tenantId: string): Promise<FieldSeal> {
    const kept = this.keptNow().get(tenantId);
    if (kept) return kept;
    const seal = (await this.toReadOf([tenantId]))(tenantId);
    if (seal.index('') !== null) this.kept.set(tenantId, seal);
    return seal;
  }

  async toWriteOf(tenantIds: readonly string[]): Promise<SealOf> {
    const kept = this.keptNow();
    const keys = await this.keys.livingOrNew(tenantIds.filter((id) => !kept.has(id)));
    for (const [id, living] of keys) kept.set(id, new FieldSeal(id, living));
    return (tenantId) => kept.get(tenantId) ?? new FieldSeal(tenantId, []);
  }

  private keptNow(): Map<string, FieldSeal> {
    const now = performance.now();
    if (now > this.keptUntil) [this.kept, this.keptUntil] = [new Map(), now + KEPT_MS];
    return this.kept;
  }

  private readonly onBroken = (place: string): void =>
    this.log.error({ place }, 'a sealed field does not open: it was changed, or moved from another row');
}
