import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { WrapUpCode } from './wrap-up-code.entity';
import { WrapUpCodeQueue } from './wrap-up-code-queue.entity';

export type WrapUpCodeSettings = Pick<WrapUpCode, 'name' | 'nameZh' | 'active'>;

/** The only place that writes codes and the queues that they are for. */
@Injectable()
export class WrapUpCodesRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<WrapUpCode>> {
    return this.database.table(WrapUpCode).page(request);
  }

  all(): Promise<WrapUpCode[]> {
    return this.database.table(WrapUpCode).find();
  }

  find(id: string): Promise<WrapUpCode | null> {
    return this.database.table(WrapUpCode).findOne({ id });
  }

  findByCode(code: string): Promise<WrapUpCode | null> {
    return this.database.table(WrapUpCode).findOne({ code });
  }

  /** Held until the transaction ends: nobody chooses it meanwhile. */
  lock(id: string): Promise<WrapUpCode | null> {
    return this.database.table(WrapUpCode).lockOne({ id });
  }

  insert(code: Omit<WrapUpCode, 'tenantId'>): Promise<void> {
    return this.database.table(WrapUpCode).insert(code);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<WrapUpCodeSettings>): Promise<boolean> {
    return (await this.database.table(WrapUpCode).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  /** The queues of each code, by the code's id; a code for all calls is not named. */
  async queues(): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const { wrapUpCodeId, queueId } of await this.database.table(WrapUpCodeQueue).find({}, { queueId: 'ASC' })) {
      found.set(wrapUpCodeId, [...(found.get(wrapUpCodeId) ?? []), queueId]);
    }
    return found;
  }

  /** Only what differs is written, so that the audit log tells what was changed. */
  async replaceQueues(wrapUpCodeId: string, queueIds: readonly string[], createdAt: Date): Promise<void> {
    const table = this.database.table(WrapUpCodeQueue);
    const present = await table.find({ wrapUpCodeId });
    const known = new Set(present.map(({ queueId }) => queueId));
    const gone = present.filter(({ queueId }) => !queueIds.includes(queueId)).map(({ id }) => id);
    if (gone.length > 0) await table.remove({ id: In(gone) });
    const added = queueIds.filter((queueId) => !known.has(queueId));
    await table.insert(added.map((queueId) => ({ id: newId('wrapUpCodeQueue'), createdAt, wrapUpCodeId, queueId })));
  }

  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(WrapUpCodeQueue).remove({ wrapUpCodeId: id });
    return (await this.database.table(WrapUpCode).remove({ id, version })) === 1;
  }
}
