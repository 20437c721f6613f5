import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { CalendarsReader } from '../calendars/calendars.reader';
import { isOpen } from '../numbers/domain/opening-hours';
import { TenantsReader } from '../tenants/tenants.reader';
import { Callback } from './callback.entity';
import { promiseKept } from './domain/callback';

/** Somebody who waits to be called back, without the number. */
export interface WaitingCallback {
  queue: string;
  placeAt: Date;
  promisedBy: Date;
  promise: 'kept' | 'broken' | null;
}

export interface WaitingCallbacks {
  waiting: number;
  /** The earliest promise that is still to be kept, past or to come: whose phone has rung already is not among them. */
  nextPromisedBy: Date | null;
  /** Who has waited longest first. */
  longest: WaitingCallback[];
}

/** The narrow questions that other features may ask. */
@Injectable()
export class CallbacksReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly calendars: CalendarsReader,
    private readonly tenants: TenantsReader,
  ) {}

  /**
   * Who waits to be called back by these queues. Who asked for a later time does not wait before it, nor does anybody out of the
   * hours in which he may be called.
   * @param most of the longest
   */
  async waitingIn(queues: readonly string[], now: Date, most: number): Promise<WaitingCallbacks> {
    const open = await this.openCalendars(now);
    const [any, atThisHour] = [{ state: 'waiting' as const, placeAt: LessThanOrEqual(now), queue: In([...queues]) }, In([...open])];
    const waiting = () =>
      this.database.table(Callback).query('callback').andWhere([{ ...any, calendar: IsNull() }, { ...any, calendar: atThisHour }]);
    const count = queues.length === 0 ? 0 : await waiting().getCount();
    if (count === 0) return { waiting: 0, nextPromisedBy: null, longest: [] };
    const [next, longest] = await Promise.all([
      waiting().andWhere('callback.firstTriedAt IS NULL').orderBy('callback.promisedBy').limit(1).getOne(),
      waiting().orderBy('callback.placeAt').addOrderBy('callback.id').limit(most).getMany(),
    ]);
    return { waiting: count, nextPromisedBy: next?.promisedBy ?? null, longest: longest.map((callback) => shown(callback, now)) };
  }

  private async openCalendars(now: Date): Promise<string[]> {
    const names = [...(await this.calendars.idsByName()).keys()];
    const [{ timezone }, hours] = await Promise.all([this.tenants.current(), this.calendars.hoursByName(names)]);
    return [...hours].filter(([, week]) => isOpen(week, timezone, now)).map(([name]) => name);
  }
}

function shown(callback: Callback, now: Date): WaitingCallback {
  const { queue, placeAt, promisedBy } = callback;
  const kept = promiseKept(callback, now);
  return { queue, placeAt, promisedBy, promise: kept === null ? null : kept ? 'kept' : 'broken' };
}
