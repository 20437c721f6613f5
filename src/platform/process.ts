import type { INestApplicationContext } from '@nestjs/common';
import { type Config, ConfigError, readConfig } from './config/config';
import { serveHealth } from './health/health-port';
import { Log } from './logging/log';
import { NestLog } from './logging/nest-log';

/** Starts one of the product's processes: reads the environment, builds it, and stops it gracefully on a signal. */
export function runProcess(
  name: string,
  build: (config: Readonly<Config>) => Promise<INestApplicationContext>,
): void {
  start(name, build).catch((error: unknown) => {
    process.stderr.write(`${name}: ${error instanceof ConfigError ? error.message : describe(error)}\n`);
    process.exit(1);
  });
}

async function start(name: string, build: (config: Readonly<Config>) => Promise<INestApplicationContext>): Promise<void> {
  const config = readConfig(process.env);
  const app = await build(config);
  const log = app.get(Log);
  app.useLogger(new NestLog(log));
  // a signal that was obeyed is no failure: exit code 0 tells a supervisor so
  app.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true });
  await app.init();
  if (config.HEALTH_PORT !== undefined) serveHealth(app, config.HTTP_HOST, config.HEALTH_PORT);
  log.info({ process: name }, 'started');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
