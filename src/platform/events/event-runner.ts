import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { Log } from '../logging/log';
import { tenantContext } from '../tenancy/tenant-context';
import { type EventEnvelope, EVENTS_QUEUE } from './event-envelope';
import { EventHandlers } from './event-handlers';

/** The jobs' door: sets the tenant from the envelope and runs the handler; a failure is retried by bull. */
@Processor(EVENTS_QUEUE)
export class EventRunner {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly log: Log,
  ) {}

  @Process({ concurrency: 8 })
  async run(job: Job<EventEnvelope>): Promise<void> {
    const { tenantId, type, handler, payload } = job.data;
    const found = this.handlers.find(type, handler);
    if (!found) throw new Error(`No handler ${handler} for the event ${type}.`);
    await tenantContext.open({ tenantId }, async () => {
      try {
        await found(payload);
      } catch (error) {
        this.log.error({ err: error, type, handler, attempt: job.attemptsMade }, 'event handler failed');
        throw error;
      }
    });
  }
}
