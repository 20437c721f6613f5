import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { EVENTS_QUEUE } from '../../src/platform/events/event-envelope';
import { OldJobsSchedule } from '../../src/platform/events/old-jobs.schedule';
import { Metrics } from '../../src/platform/health/metrics';
import { WorkerModule } from '../../src/worker.module';
import { startTestApi, type TestApi } from '../factories/api';
import { eventually } from '../factories/switch';

let api: TestApi;
let database: ProviderDatabase;

beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  database = api.app.get(ProviderDatabase);
});
afterAll(() => api.stop());

async function write(type: string, createdAt: Date): Promise<void> {
  const row = ['ten_nobody', type, JSON.stringify({ callUuid: 'none' }), createdAt];
  await database.sql('INSERT INTO outbox (tenant_id, type, payload, created_at) VALUES (?)', [row]);
}

async function gauge(name: string): Promise<number> {
  const line = (await api.app.get(Metrics).render()).match(new RegExp(`^${name} (\\S+)$`, 'm'));
  return Number(line?.[1]);
}

const types = async () => (await database.sql<{ type: string }>('SELECT type FROM outbox')).map(({ type }) => type);

it('leaves the events that it has no handler for to a worker that has', async () => {
  expect(await gauge('seatline_outbox_age_seconds')).toBe(0);
  await write('call.of_tomorrow', new Date(Date.now() - 600_000));
  await write('call.leg_settled', new Date());
  await eventually(async () => !(await types()).includes('call.leg_settled'));
  expect(await types()).toEqual(['call.of_tomorrow']);
  const age = await gauge('seatline_outbox_age_seconds');
  expect(age).toBeGreaterThanOrEqual(600);
  expect(age).toBeLessThan(700);
});

it('counts the events whose handler failed for good', async () => {
  expect(await gauge('seatline_failed_jobs')).toBe(0);
  const queue = api.app.get<Queue>(getQueueToken(EVENTS_QUEUE), { strict: false });
  await queue.add({ tenantId: 'ten_nobody', type: 'call.of_tomorrow', handler: 'none', payload: {} }, { attempts: 1 });
  await eventually(async () => (await gauge('seatline_failed_jobs')) === 1);
});

it('forgets done events after a day, and failed ones after 30', async () => {
  const queue = api.app.get<Queue>(getQueueToken(EVENTS_QUEUE), { strict: false });
  /** As if it had ended so many days ago. */
  const ended = async (name: string, status: 'completed' | 'failed', daysAgo: number) => {
    const at = Date.now() - daysAgo * 86_400_000;
    const job = await queue.add({ tenantId: 'ten_nobody', type: name, handler: name, payload: {} }, { jobId: name, delay: 3_600_000 });
    await queue.client.zrem(queue.toKey('delayed'), name);
    await queue.client.hset(queue.toKey(name), 'finishedOn', at);
    await queue.client.zadd(queue.toKey(status), at, name);
    return job;
  };
  await ended('old-done', 'completed', 1.1);
  await ended('new-done', 'completed', 0.9);
  await ended('old-failed', 'failed', 30.1);
  await ended('new-failed', 'failed', 29.9);
  await api.app.get(OldJobsSchedule, { strict: false }).run();
  const left = await Promise.all(['old-done', 'new-done', 'old-failed', 'new-failed'].map((name) => queue.getJob(name)));
  expect(left.map((job) => job?.id ?? null)).toEqual([null, 'new-done', null, 'new-failed']);
});
