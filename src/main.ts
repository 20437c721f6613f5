import { NestFactory } from '@nestjs/core';
import { ApiModule } from './api.module';
import { startApi } from './platform/http/start-api';
import { runProcess } from './platform/process';
import { ProcessModule } from './process.module';

runProcess('api', async (config) => {
  const app = await NestFactory.create(ProcessModule.of(config, ApiModule), { bufferLogs: true, bodyParser: false });
  return startApi(app, config);
});
