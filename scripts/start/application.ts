import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from '../../src/api.module';
import { readConfig } from '../../src/platform/config/config';
import { startApi } from '../../src/platform/http/start-api';
import { ProcessModule } from '../../src/process.module';
import { SwitchModule } from '../../src/switch.module';
import { WorkerModule } from '../../src/worker.module';

export type Environment = Record<string, string>;

/** The three processes as one, serving. It needs no switch to start: the link connects when there is one. */
export async function startApplication(environment: Environment): Promise<INestApplication> {
  const config = readConfig(environment);
  const app = await NestFactory.create(ProcessModule.of(config, ApiModule, WorkerModule, SwitchModule), {
    bufferLogs: true,
    bodyParser: false,
  });
  return startApi(app, config);
}
