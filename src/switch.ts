import { NestFactory } from '@nestjs/core';
import { runProcess } from './platform/process';
import { ProcessModule } from './process.module';
import { SwitchModule } from './switch.module';

runProcess('switch', (config) => NestFactory.createApplicationContext(ProcessModule.of(config, SwitchModule), { bufferLogs: true }));
