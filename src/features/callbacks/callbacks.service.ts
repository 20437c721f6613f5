import { Injectable } from '@nestjs/common';
import { noteInTransaction } from '../../platform/audit/audit-draft';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { CalendarsReader } from '../calendars/calendars.reader';
import { CallsReader } from '../calls/calls.reader';
import { QueuesReader } from '../queues/queues.reader';
import { CallbackRequests, type WantedCallback } from './callback-requests.service';
import { CallbackViews } from './callback-views.service';
import type { CallBackDto, CallbackDetailsDto, CallbackTermsDto, CreateCallbackDto } from './callbacks.dto';
import { CallbacksRepository } from './callbacks.repository';
import { CALLBACK_BOUNDS, FARTHEST_AHEAD_MS } from './domain/callback';

const { windowMinutes: WINDOW, mostAttempts: ATTEMPTS, retryMinutes: RETRY } = CALLBACK_BOUNDS;

/** Clocks differ, and a form stays open for a while: what is past by so much is now. */
const SLACK_MS = 300_000;

/** Who is wanted, whatever the terms. */
type Caller = Pick<WantedCallback, 'queue' | 'number' | 'callUuid' | 'callerNumber'>;

/** Callbacks, as people and programs book them and call them off. */
@Injectable()
export class CallbacksService {
  constructor(
    private readonly callbacks: CallbacksRepository,
    private readonly requests: CallbackRequests,
    private readonly calls: CallsReader,
    private readonly queues: QueuesReader,
    private readonly calendars: CalendarsReader,
    private readonly views: CallbackViews,
    private readonly clock: Clock,
  ) {}

  async book(body: CreateCallbackDto): Promise<CallbackDetailsDto> {
    const number = await this.requests.allowed(body.number);
    if (number === null) throw AppError.invalid('/number', 'must be a number that the calling plan allows');
    return this.keep({ queue: body.queue, number, callUuid: null, callerNumber: null }, body);
  }

  /**
   * Back to whoever placed a call: unserved, he keeps his place from its beginning on.
   * @throws AppError conflict where the call did not come in, or its number is not known, or is none that may be called
   */
  async answer(callId: string, body: CallBackDto): Promise<CallbackDetailsDto> {
    const call = await this.calls.known(callId);
    if (!call) throw AppError.notFound();
    if (call.direction !== 'inbound') throw new AppError('conflict', 'Only a call that came in can be called back.');
    const number = await this.requests.allowed(call.fromNumber ?? '');
    if (number === null) throw new AppError('conflict', "The caller's number is not known, or the calling plan does not allow it.");
    const queue = body.queue ?? call.queue;
    if (queue === null) throw AppError.invalid('/queue', 'must be given: the call was in no queue');
    const callerNumber = await this.requests.own(call.toNumber);
    return this.keep({ queue, number, callUuid: call.uuid, callerNumber }, body, call.outcome === 'answered' ? undefined : call.startedAt);
  }

  /** @param placeAt from when on the caller counts as waiting, where that is earlier than the callback is due */
  private async keep(caller: Caller, body: CallbackTermsDto, placeAt?: Date): Promise<CallbackDetailsDto> {
    if (!(await this.queues.idsByName()).has(caller.queue)) throw AppError.invalid('/queue', 'must be a queue of this tenant');
    const calendar = body.calendar ?? null;
    if (calendar !== null && !(await this.calendars.idsByName()).has(calendar)) throw AppError.invalid('/calendar', 'must be a calendar of this tenant');
    const now = this.clock.now();
    const asked = body.dueAt === undefined ? now : new Date(body.dueAt);
    if (asked.getTime() < now.getTime() - SLACK_MS) throw AppError.invalid('/due_at', 'must not be in the past');
    const dueAt = asked < now ? now : asked;
    if (dueAt.getTime() - now.getTime() > FARTHEST_AHEAD_MS) throw AppError.invalid('/due_at', 'must be within a year from now');
    const { windowMinutes = WINDOW.usual, mostAttempts = ATTEMPTS.usual, retryMinutes = RETRY.usual } = body;
    const terms = { windowMinutes, mostAttempts, retryMinutes };
    const id = await this.callbacks.transaction(async () => {
      const kept = await this.requests.keep({ ...caller, origin: 'api', placeAt: placeAt ?? dueAt, dueAt, calendar, terms });
      this.note('created', kept, { queue: caller.queue });
      return kept;
    });
    return this.views.get(id);
  }

  /** A phone that rings already goes on ringing; nobody dials again. */
  async cancel(id: string, version: number): Promise<CallbackDetailsDto> {
    await this.callbacks.transaction(async () => {
      const callback = await this.callbacks.lock(id);
      if (!callback) throw AppError.notFound();
      if (callback.version !== version) throw AppError.stale();
      if (callback.openIndex === null) throw new AppError('conflict', 'The callback is over.');
      await this.callbacks.save(id, version, { state: 'cancelled', openIndex: null });
      this.note('changed', id, { state: 'cancelled' });
    });
    return this.views.get(id);
  }

  private note(action: string, objectId: string, detail: Record<string, unknown>): void {
    noteInTransaction(tenantContext.tenantId(), { action, objectType: 'callbacks', objectId, detail });
  }
}
