import { NestFactory } from '@nestjs/core';
import { runProcess } from './platform/process';
import { SwitchModule } from './switch.module';

runProcess('switch', (config) => NestFactory.createApplicationContext(SwitchModule.of(config), { bufferLogs: true }));
