import type { INestApplication } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, raw } from 'express';
import helmet from 'helmet';
import { AuditTrail } from '../audit/audit-trail';
import { Metrics } from '../health/metrics';
import { Config } from '../config/config';
import { Log } from '../logging/log';
import { Redis } from '../redis/redis';
import { AccessInterceptor } from './access.interceptor';
import { openContext } from './context.middleware';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { LastAnswers } from './last-answers';
import { timeRequests } from './request-metrics';
import { ProblemFilter } from './problem.filter';
import { Seal } from './seal';
import { validationPipe } from './validation.pipe';
import { WireInterceptor } from './wire.interceptor';

/** The HTTP boundary, the same for the server and for tests. */
export function prepareHttp(app: INestApplication): void {
  const express = app as NestExpressApplication;
  express.disable('x-powered-by');
  // an ETag here is a version of configuration, not a digest of the body
  express.set('etag', false);
  // the page of the API's documentation needs inline styles; everything else is JSON
  express.use(helmet({ contentSecurityPolicy: { directives: { 'style-src': ["'self'", "'unsafe-inline'"] } } }));
  express.use(app.get(LastAnswers).handler);
  express.use(openContext);
  express.use(timeRequests(app.get(Metrics)));
  readBodies(express);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(Log)));
  app.useGlobalInterceptors(
    new IdempotencyInterceptor(app.get(Redis), new Seal(app.get(Config).JWT_SECRET)),
    new WireInterceptor(app.get(Reflector)),
    new AccessInterceptor(app.get(Reflector), app.get(AuditTrail)),
  );
}

/** Each door reads the bodies it expects; create the application with `bodyParser: false`. */
function readBodies(express: NestExpressApplication): void {
  express.use('/switch/cdr', raw({ type: () => true, limit: '4mb' }));
  express.use('/switch/xml', raw({ type: () => true, limit: '1mb' }));
  express.use('/v1', json({ limit: '1mb' }));
}
