import { InjectQueue, Process, Processor } from '@nestjs/bull';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, Queue } from 'bull';
import { Log } from '../logging/log';
import { tenantContext } from '../tenancy/tenant-context';
import { type EventEnvelope, EVENTS_QUEUE } from './event-envelope';
import { EventHandlers } from './event-handlers';

/** The jobs' door: sets the tenant from the envelope and runs the handler; a failure is retried by bull. */
@Processor(EVENTS_QUEUE)
export class EventRunner implements BeforeApplicationShutdown {
  constructor(
    private readonly handlers: EventHandlers,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<EventEnvelope>,
    private readonly log: Log,
  ) {}

  /** The jobs under way end while there still is a database. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }

  @Process({ concurrency: 8 })
  async run(job: Job<EventEnvelope>): Promise<void> {
    const { tenantId, type, handler, payload } = job.data;
    const found = this.handlers.find(type, handler);
    if (!found) throw new Error(`No handler ${handler} for the event ${type}.`);
    await tenantContext.open({ tenantId, ...callOf(payload) }, async () => {
      try {
        await found(payload);
      } catch (error) {
        this.log.error({ err: error, type, handler, attempt: job.attemptsMade }, 'event handler failed');
        throw error;
      }
    });
  }
}

/** The call that an event is about, for the log; events name it by the switch's uuid or by our id. */
function callOf(payload: unknown): { callId?: string } {
  const { callId, callUuid, uuid } = (payload ?? {}) as Record<string, unknown>;
  const named = [callId, callUuid, uuid].find((each) => typeof each === 'string');
  return named === undefined ? {} : { callId: named as string };
}
