import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { CallbackAttempt } from './callback-attempt.entity';
import { Callback } from './callback.entity';
import type { AttemptResult } from './domain/callback';

export type CallbackFilter = Partial<Pick<Callback, 'queue' | 'state' | 'numberIndex'>>;
type Patch = Partial<Omit<Callback, 'tenantId' | 'id' | 'createdAt' | 'version'>>;

/** So many due ones are looked at in one round: the next round looks again. */
const MOST_DUE = 500;

/** The only place that writes callbacks and their tries. */
@Injectable()
export class CallbacksRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  page(request: PageRequest, filter: CallbackFilter): Promise<Page<Callback>> {
    return this.database.table(Callback).page(request, filter as object);
  }

  find(id: string): Promise<Callback | null> {
    return this.database.table(Callback).findOne({ id });
  }

  /** Locked until the transaction ends. */
  lock(id: string): Promise<Callback | null> {
    return this.database.table(Callback).lockOne({ id });
  }

  lockOpen(queue: string, openIndex: Buffer): Promise<Callback | null> {
    return this.database.table(Callback).lockOne({ queue, openIndex });
  }

  /** Those that have waited longest first. */
  due(now: Date): Promise<Callback[]> {
    return this.database.table(Callback).query('callback').andWhere({ state: 'waiting', nextAt: LessThanOrEqual(now) })
      .orderBy('callback.placeAt').addOrderBy('callback.id').limit(MOST_DUE).getMany();
  }

  /** Those for which somebody's phone rings, or is about to. */
  dialling(): Promise<Callback[]> {
    return this.database.table(Callback).find({ state: 'dialling' });
  }

  ofNumber(numberIndex: Buffer): Promise<Callback[]> {
    return this.database.table(Callback).find({ numberIndex });
  }

  olderThan(before: Date, most: number): Promise<Callback[]> {
    return this.database.table(Callback).query('callback').andWhere({ createdAt: LessThan(before) })
      .andWhere('callback.sealed IS NOT NULL').limit(most).getMany();
  }

  insert(callback: Omit<Callback, 'tenantId'>): Promise<void> {
    return this.database.table(Callback).insert(callback);
  }

  /** @returns false when the row is no longer at that version */
  async save(id: string, version: number, patch: Patch): Promise<boolean> {
    return (await this.database.table(Callback).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  attemptsOf(callbackId: string): Promise<CallbackAttempt[]> {
    return this.database.table(CallbackAttempt).find({ callbackId }, { id: 'ASC' });
  }

  attemptOf(callUuid: string): Promise<CallbackAttempt | null> {
    return this.database.table(CallbackAttempt).findOne({ callUuid });
  }

  openAttempts(): Promise<CallbackAttempt[]> {
    return this.database.table(CallbackAttempt).find({ result: IsNull() });
  }

  beginAttempt(attempt: Omit<CallbackAttempt, 'tenantId' | 'id' | 'result' | 'endedAt'>): Promise<void> {
    return this.database.table(CallbackAttempt).insert({ ...attempt, id: newId('callbackAttempt'), result: null, endedAt: null });
  }

  /** @returns false where it was over already */
  async endAttempt(id: string, result: AttemptResult, endedAt: Date): Promise<boolean> {
    return (await this.database.table(CallbackAttempt).update({ id, result: IsNull() }, { result, endedAt })) === 1;
  }

  /** Those of the calls that are tries. */
  async triesAmong(callUuids: readonly string[]): Promise<Set<string>> {
    const tries = callUuids.length === 0 ? [] : await this.database.table(CallbackAttempt).find({ callUuid: In([...callUuids]) });
    return new Set(tries.map(({ callUuid }) => callUuid));
  }
}
