import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import type { NoticeChannel, NoticeState } from './domain/notice';
import { Notice } from './notice.entity';

export interface NoticeFilter {
  state?: NoticeState;
  channel?: NoticeChannel;
  callUuid?: string;
}

type Patch = Partial<Pick<Notice, 'state' | 'attempts' | 'dueAt' | 'sentAt' | 'problem'>>;

const FORGOTTEN = { sealed: null, numberIndex: null, recipientIndex: null } as const;

/** The only place that writes notices. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest, filter: NoticeFilter): Promise<Page<Notice>> {
    return this.database.table(Notice).page(request, filter);
  }

  insert(notice: Omit<Notice, 'tenantId'>): Promise<void> {
    return this.database.table(Notice).insert(notice);
  }

  countOfCall(callUuid: string): Promise<number> {
    return this.database.table(Notice).count({ callUuid });
  }

  countSince(createdAt: Date): Promise<number> {
    return this.database.table(Notice).count({ createdAt: MoreThanOrEqual(createdAt) });
  }

  ofCalls(callUuids: readonly string[]): Promise<Notice[]> {
    return this.database.table(Notice).find({ callUuid: In([...callUuids]) }, { id: 'ASC' });
  }

  /** The one that has been due longest. */
  nextDue(now: Date): Promise<Notice | null> {
    return this.database
      .table(Notice)
      .query('notice')
      .andWhere({ dueAt: LessThanOrEqual(now) })
      .orderBy('notice.dueAt')
      .addOrderBy('notice.id')
      .limit(1)
      .getOne();
  }

  /** @returns false when somebody else has taken it meanwhile. */
  async claim({ id, attempts }: Notice, dueAt: Date): Promise<boolean> {
    return (await this.database.table(Notice).update({ id, attempts, state: 'queued' }, { attempts: attempts + 1, dueAt })) === 1;
  }

  /** What came of an attempt; nothing where somebody else has taken it over. */
  async record(id: string, attempts: number, patch: Patch): Promise<void> {
    await this.database.table(Notice).update({ id, attempts }, patch);
  }

  /** What is still to be sent is not sent any more. @returns how many */
  async forget(index: Buffer): Promise<number> {
    const table = this.database.table(Notice);
    const found = [...(await table.find({ numberIndex: index })), ...(await table.find({ recipientIndex: index }))];
    const ids = [...new Set(found.map(({ id }) => id))];
    if (ids.length === 0) return 0;
    await table.update({ id: In(ids), state: 'queued' }, { state: 'forgotten', dueAt: null, problem: null });
    return table.update({ id: In(ids) }, FORGOTTEN);
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.database.table(Notice).update({ createdAt: LessThan(before) }, FORGOTTEN);
  }
}
