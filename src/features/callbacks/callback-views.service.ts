import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import type { FieldSeal } from '../../platform/encryption/field-seal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { AppError } from '../../platform/errors/app-error';
import type { Page } from '../../platform/http/page';
import { CalendarsReader } from '../calendars/calendars.reader';
import { CallsReader } from '../calls/calls.reader';
import { readCallerNumber } from '../customers/domain/caller-number';
import { TenantsReader } from '../tenants/tenants.reader';
import type { Callback } from './callback.entity';
import type { CallbackDetailsDto, CallbackDto, CallbacksRequest } from './callbacks.dto';
import { CallbacksRepository } from './callbacks.repository';
import { opensAt, promiseKept } from './domain/callback';
import { openNumber } from './sealed-callback';

/** Callbacks, as people and programs see them. */
@Injectable()
export class CallbackViews {
  constructor(
    private readonly callbacks: CallbacksRepository,
    private readonly calendars: CalendarsReader,
    private readonly calls: CallsReader,
    private readonly tenants: TenantsReader,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {}

  async page(principal: Principal, request: CallbacksRequest): Promise<Page<CallbackDto>> {
    const { queue, state, number } = request;
    if (number !== undefined && !principal.permissions.includes('personal-data:read')) {
      throw new AppError('forbidden', 'To look for a number needs the permission personal-data:read.');
    }
    const seal = await this.seals.toRead();
    const numberIndex = number === undefined ? undefined : seal.index(readCallerNumber(number) ?? number);
    if (numberIndex === null) return { data: [], hasMore: false };
    const { data, hasMore } = await this.callbacks.page(request, { ...(queue && { queue }), ...(state && { state }), ...(numberIndex && { numberIndex }) });
    return { data: await this.shown(data, seal), hasMore };
  }

  async get(id: string): Promise<CallbackDetailsDto> {
    const callback = await this.callbacks.find(id);
    if (!callback) throw AppError.notFound();
    const [seal, tries] = [await this.seals.toRead(), await this.callbacks.attemptsOf(id)];
    const [[shown], callIds] = await Promise.all([this.shown([callback], seal), this.calls.idsOf(tries.map(({ callUuid }) => callUuid))]);
    return { ...shown!, tries: tries.map((each) => ({ ...each, callId: callIds.get(each.callUuid) ?? null })) };
  }

  private async shown(callbacks: readonly Callback[], seal: FieldSeal): Promise<CallbackDto[]> {
    const now = this.clock.now();
    const names = [...new Set(callbacks.flatMap(({ state, calendar }) => (state === 'waiting' && calendar) || []))];
    const [{ timezone }, hours] = await Promise.all([this.tenants.current(), this.calendars.hoursByName(names)]);
    return callbacks.map((callback) => {
      const { sealed: _s, numberIndex: _n, openIndex: _o, ...rest } = callback;
      const kept = promiseKept(callback, now);
      return {
        ...rest,
        number: openNumber(seal, callback),
        promise: kept === null ? null : kept ? 'kept' : 'broken',
        opensAt: opensAt(callback, hours.get(callback.calendar ?? ''), timezone, now),
      };
    });
  }
}
