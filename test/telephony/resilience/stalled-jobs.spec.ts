import { NestFactory } from '@nestjs/core';
import Bull from 'bull';
import IoRedis from 'ioredis';
import { readConfig } from '../../../src/platform/config/config';
import { ProcessModule } from '../../../src/process.module';
import { WorkerModule } from '../../../src/worker.module';
import { startTestApi } from '../../factories/api';
import { eventually } from '../../factories/switch';

/** What a worker that is killed leaves behind: a job begun and never ended, whose lock runs out. */
it('takes up a job whose worker was killed, even if it is not the first time', async () => {
  const api = await startTestApi();
  const redisUrl = api.environment['REDIS_URL'] ?? '';
  const queue = new Bull('events', redisUrl, { prefix: 'seatline' });
  const redis = new IoRedis(redisUrl);
  const envelope = { tenantId: `ten_${'0'.repeat(26)}`, type: 'call.leg_settled', handler: 'settle-call', payload: { callUuid: 'none' } };
  const { id } = await queue.add(envelope, { jobId: '1-0:settle-call' });
  expect((await queue.getNextJob())?.id).toBe(id);
  await redis.hset(`seatline:events:${id}`, 'stalledCounter', 3);
  await redis.del(`seatline:events:${id}:lock`);
  const module = ProcessModule.of(readConfig(api.environment), WorkerModule);
  const worker = await NestFactory.createApplicationContext(module, { logger: false });
  try {
    await eventually(async () => (await (await queue.getJob(id))?.getState()) === 'completed');
  } finally {
    await worker.close();
    await queue.close();
    redis.disconnect();
    await api.stop();
  }
});
