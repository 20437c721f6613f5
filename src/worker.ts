import { NestFactory } from '@nestjs/core';
import { runProcess } from './platform/process';
import { ProcessModule } from './process.module';
import { WorkerModule } from './worker.module';

runProcess('worker', (config) => NestFactory.createApplicationContext(ProcessModule.of(config, WorkerModule), { bufferLogs: true }));
