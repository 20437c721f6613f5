import type { INestApplication } from '@nestjs/common';
import type { Config } from '../config/config';
import { prepareHttp } from './http-app';
import { serveApiDocs } from './openapi';

export async function startApi(app: INestApplication, config: Readonly<Config>): Promise<INestApplication> {
  prepareHttp(app);
  serveApiDocs(app);
  await app.listen(config.HTTP_PORT, config.HTTP_HOST);
  return app;
}
