import { NestFactory } from '@nestjs/core';
import { ApiModule } from './api.module';
import { startApi } from './platform/http/start-api';
import { runProcess } from './platform/process';

runProcess('api', async (config) => {
  const app = await NestFactory.create(ApiModule.of(config), { bufferLogs: true, bodyParser: false });
  return startApi(app, config);
});
