import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { CallsReader } from '../calls/calls.reader';
import type { CallbackAttempt } from './callback-attempt.entity';
import { CallbacksRepository } from './callbacks.repository';
import { afterAttempt, type AttemptResult, resultOf } from './domain/callback';

/** Writes down what came of tries. */
@Injectable()
export class CallbackResults {
  constructor(
    private readonly callbacks: CallbacksRepository,
    private readonly calls: CallsReader,
    private readonly clock: Clock,
  ) {}

  /** The books have a call; most calls are no try of ours. */
  async take(callId: string): Promise<void> {
    const call = await this.calls.booked(callId);
    const attempt = call && (await this.callbacks.attemptOf(call.uuid));
    if (call && attempt) await this.end(attempt, resultOf(call), call.endedAt ?? this.clock.now());
  }

  /** Once: who comes second changes nothing. */
  async end(attempt: CallbackAttempt, result: AttemptResult, endedAt: Date): Promise<void> {
    await this.callbacks.transaction(async () => {
      const callback = await this.callbacks.lock(attempt.callbackId);
      if (!callback || !(await this.callbacks.endAttempt(attempt.id, result, endedAt))) return;
      const after = afterAttempt(callback, result, attempt.createdAt, endedAt);
      // whoever cancelled it meanwhile has the last word
      const state = callback.state === 'dialling' ? after.state : callback.state;
      const isOpen = state === 'waiting' || state === 'dialling';
      await this.callbacks.save(callback.id, callback.version, { ...after, state, ...(!isOpen && { openIndex: null }) });
    });
  }
}
