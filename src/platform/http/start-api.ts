import type { INestApplication } from '@nestjs/common';
import type { Config } from '../config/config';
import { Log } from '../logging/log';
import { NestLog } from '../logging/nest-log';
import { prepareHttp } from './http-app';
import { serveApiDocs } from './openapi';

export async function startApi(app: INestApplication, config: Readonly<Config>): Promise<INestApplication> {
  // before it listens, so that not a line of Nest's goes elsewhere
  app.useLogger(new NestLog(app.get(Log)));
  prepareHttp(app);
  serveApiDocs(app);
  await app.listen(config.HTTP_PORT, config.HTTP_HOST);
  return app;
}
