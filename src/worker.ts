import { NestFactory } from '@nestjs/core';
import { runProcess } from './platform/process';
import { WorkerModule } from './worker.module';

runProcess('worker', (config) => NestFactory.createApplicationContext(WorkerModule.of(config), { bufferLogs: true }));
