import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { CalendarsReader } from '../calendars/calendars.reader';
import { CallingPlanReader } from '../calling-plan/calling-plan.reader';
import { isAllowed } from '../calling-plan/domain/destination';
import { readCallerNumber } from '../customers/domain/caller-number';
import { nextOpening } from '../numbers/domain/opening-hours';
import { NumbersReader } from '../numbers/numbers.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import type { Callback } from './callback.entity';
import { CallbacksRepository } from './callbacks.repository';
import type { CallbackOrigin, CallbackTerms } from './domain/callback';
import { CallbackBook, type CallbackRequest } from './domain/callback-book';
import { sealNumber } from './sealed-callback';

/** A callback as it shall be; the number is one that may be called. */
export interface WantedCallback {
  queue: string;
  number: string;
  origin: CallbackOrigin;
  callUuid: string | null;
  callerNumber: string | null;
  placeAt: Date;
  /** Not to be dialled before. */
  dueAt: Date;
  calendar: string | null;
  terms: CallbackTerms;
}

const MINUTE_MS = 60_000;

/** Takes requests in, each once. */
@Injectable()
export class CallbackRequests extends CallbackBook {
  constructor(
    private readonly callbacks: CallbacksRepository,
    private readonly numbers: NumbersReader,
    private readonly plans: CallingPlanReader,
    private readonly calendars: CalendarsReader,
    private readonly tenants: TenantsReader,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async ask({ number: given, callerNumber: called, ...request }: CallbackRequest): Promise<boolean> {
    const number = await this.allowed(given);
    if (number === null) return false;
    await this.keep({ ...request, number, callerNumber: await this.own(called), origin: 'script', dueAt: this.clock.now() });
    return true;
  }

  /** A number to call from; null where it is not the tenant's, or no more. */
  async own(number: string | null): Promise<string | null> {
    return number !== null && (await this.numbers.has(number)) ? number : null;
  }

  /** The number as it is dialled; null where it is none, or the tenant may not dial it. */
  async allowed(given: string): Promise<string | null> {
    const number = readCallerNumber(given);
    const { destinations } = await this.plans.current();
    return number !== null && isAllowed(number, destinations) ? number : null;
  }

  /** While one is open for the number in that queue, it is that one: it keeps the earlier place. @returns its id */
  async keep(wanted: WantedCallback): Promise<string> {
    const seal = await this.seals.toWrite();
    const [index, begins] = [seal.index(wanted.number), await this.beginOf(wanted)];
    if (index === null) throw new Error('the tenant has no key');
    return this.callbacks.transaction(async () => {
      const open = await this.callbacks.lockOpen(wanted.queue, index);
      if (open) return this.moveUp(open, wanted.placeAt);
      const id = newId('callback');
      const { queue, origin, callUuid, callerNumber, placeAt, dueAt, calendar, terms } = wanted;
      await this.callbacks.insert({
        id, version: 1, createdAt: this.clock.now(), queue, origin, callUuid, callerNumber, placeAt, calendar,
        sealed: sealNumber(seal, id, wanted.number), numberIndex: index, openIndex: index,
        promisedBy: new Date(begins.getTime() + terms.windowMinutes * MINUTE_MS), nextAt: dueAt,
        state: 'waiting', attempts: 0, mostAttempts: terms.mostAttempts, retryMinutes: terms.retryMinutes, firstTriedAt: null, reachedAt: null,
      });
      return id;
    });
  }

  /** The window is one of hours in which may be dialled: it begins with them. */
  private async beginOf({ dueAt, calendar }: WantedCallback): Promise<Date> {
    if (calendar === null) return dueAt;
    const [{ timezone }, hours] = await Promise.all([this.tenants.current(), this.calendars.hoursByName([calendar])]);
    const week = hours.get(calendar);
    return (week && nextOpening(week, timezone, dueAt)) ?? dueAt;
  }

  private async moveUp({ id, version, placeAt }: Callback, earlier: Date): Promise<string> {
    if (earlier < placeAt) await this.callbacks.save(id, version, { placeAt: earlier });
    return id;
  }
}
