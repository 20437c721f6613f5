import type { AdvancedSettings, JobOptions } from 'bull';
import type { OutboxEntry } from './outbox-entry.entity';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
/** Half a second, doubled up to a minute, this often: two days. An outage of a night must not cost an event. */
const ATTEMPTS = 2880;

/**
 * How the events' queue treats jobs whose worker died. A lock is renewed at half its time, so what a killed worker
 * held is taken up by another within 15 s. Handlers are idempotent, so being begun often is no harm; a job that takes
 * every worker down with it must still end, and is kept among the failed ones.
 */
export const EVENTS_QUEUE_SETTINGS: AdvancedSettings = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 50,
  backoffStrategies: { event: retryDelay },
};

/** Milliseconds before the next attempt, after `attempts` (1 or more) that failed. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
}

/**
 * The id names the event, so that it is queued once. The outbox's number alone is not enough: where the database was
 * restored and Redis was not, numbers come again, and the queue would take a new event for one it has done.
 */
export function jobOptions(entry: Pick<OutboxEntry, 'id' | 'createdAt'>, handler: string): JobOptions {
  return {
    jobId: `${entry.id}-${entry.createdAt.getTime()}:${handler}`,
    attempts: ATTEMPTS,
    backoff: { type: 'event' },
    removeOnComplete: 1000,
  };
}
