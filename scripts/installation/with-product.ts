import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MIGRATIONS } from '../../migrations/migrations';
import { readConfig } from '../../src/platform/config/config';
import { migrate } from '../../src/platform/database/migrate';
import { tenantUrlOf } from '../../src/platform/database/account-urls';
import { ProcessModule } from '../../src/process.module';
import { repositoryRoot } from '../services/repository-root';
import { pingDatabase } from '../services/databases';
import { ServiceError } from '../services/service-error';
import { startServices } from '../services/services';
import { installationSecrets } from '../start/installation-secrets';

export type Environment = Record<string, string | undefined>;

/**
 * Runs work with what the product can do (and with `parts` of its processes), beside whatever serves: on the servers that the environment names, else on
 * this checkout's own, which are started where nothing runs and then brought to today's schema.
 */
export async function withProduct<T>(
  environment: Environment,
  log: (line: string) => void,
  work: (app: INestApplicationContext) => Promise<T>,
  ...parts: Type[]
): Promise<T> {
  const dataDir = join(repositoryRoot(__dirname), '.data');
  const services = await startServices({ dataDir, durable: true, log, environment });
  try {
    if (!environment['DATABASE_URL']) await migrate(services.databaseUrl, MIGRATIONS);
    else await requireSchema(environment['TENANT_DATABASE_URL'] ?? tenantUrlOf(services.databaseUrl));
    const addresses = { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl };
    const secrets = environment['DATABASE_URL'] ? {} : installationSecrets(dataDir, environment);
    const config = readConfig({ ...unusedSecrets(), ...secrets, ...environment, ...addresses, LOG_LEVEL: 'silent' });
    const process = ProcessModule.of(config, ...parts);
    const app = await NestFactory.createApplicationContext(process, { logger: false, abortOnError: false });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await services.stop();
  }
}

/** @throws ServiceError where the tenants' views of the database are missing or closed */
async function requireSchema(tenantUrl: string): Promise<void> {
  const { answer, reason } = await pingDatabase(tenantUrl);
  if (answer === 'ready') return;
  throw new ServiceError(`The database is empty or older than this program: migrate it first, as npm start does. (${reason})`);
}

/** A command signs no token and talks to no switch: these secrets may be anything. What it writes it seals: MASTER_KEY. */
function unusedSecrets(): Record<string, string> {
  const unused = randomBytes(32).toString('hex');
  return { JWT_SECRET: unused, ESL_PASSWORD: unused, SWITCH_SECRET: unused };
}
