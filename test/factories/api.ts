import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MIGRATIONS } from '../../migrations/migrations';
import { ApiModule } from '../../src/api.module';
import { ProcessModule } from '../../src/process.module';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import { readConfig } from '../../src/platform/config/config';
import { migrate } from '../../src/platform/database/migrate';
import { prepareHttp } from '../../src/platform/http/http-app';
import { testDatabase } from '../setup/database';
import { testRedis } from '../setup/redis';
import { TEST_MASTER_KEY } from './opened';

export const SWITCH_SECRET = 'test-switch-secret-0000';

export interface TestApi {
  app: INestApplication;
  url: string;
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * The api process, with other parts if named, on a database, Redis and directories of its own, listening on a free
 * loopback port.
 */
export function startTestApi(...parts: Type[]): Promise<TestApi> {
  return startTestApiWith({}, ...parts);
}

/** The same with other settings. */
export async function startTestApiWith(over: Record<string, string>, ...parts: Type[]): Promise<TestApi> {
  const database = await testDatabase();
  const redis = await testRedis();
  await migrate(database.url, MIGRATIONS);
  const directory = mkdtempSync(join(tmpdir(), 'seatline-api-'));
  const [spool, store] = [join(directory, 'spool'), join(directory, 'recordings')];
  mkdirSync(spool);
  const environment = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    HTTP_PORT: '0',
    JWT_SECRET: 'x'.repeat(40),
    MASTER_KEY: TEST_MASTER_KEY,
    ESL_PASSWORD: 'test-event-socket',
    SWITCH_SECRET,
    OUTGOING_LOOPBACK: 'true',
    SIP_WEBSOCKET_URL: 'wss://sip.seatline.test:7443',
    // tests ask faster than people do
    TENANT_REQUESTS_PER_SECOND: '100000',
    STRANGER_REQUESTS_PER_SECOND: '100000',
    RECORDING_SPOOL: spool,
    RECORDINGS_DIR: store,
    TENANT_SOUNDS_DIR: join(directory, 'sounds'),
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...over,
  };
  const config = readConfig(environment);
  const app = await NestFactory.create(ProcessModule.of(config, ApiModule, ...parts), { logger: false, bodyParser: false });
  prepareHttp(app);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    environment,
    stop: async () => {
      await app.close();
      await database.drop();
      await redis.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Applies one of the shipped tenant files. */
export async function applyTenant(app: INestApplication, name: string): Promise<void> {
  const reading = readTenantFile(readFileSync(join(__dirname, '../../tenants', `${name}.yaml`), 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  await app.get(TenantFilesService).apply(reading.spec);
}
