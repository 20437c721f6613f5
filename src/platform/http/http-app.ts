import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AuditTrail } from '../audit/audit-trail';
import { Metrics } from '../health/metrics';
import { Config } from '../config/config';
import { Patience } from '../limits/patience';
import { RequestLimitsGuard } from '../limits/request-limits.guard';
import { StrangerLimit } from '../limits/stranger-limit';
import { WorkSlotsGate } from '../limits/work-slots.gate';
import { Log } from '../logging/log';
import { Redis } from '../redis/redis';
import { AccessInterceptor } from './access.interceptor';
import { openContext } from './context.middleware';
import { crossOrigin } from './cross-origin';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { LastAnswers } from './last-answers';
import { servePortal } from './portal';
import { timeRequests } from './request-metrics';
import { ProblemFilter } from './problem.filter';
import { JsonBody } from './read-body';
import { Seal } from './seal';
import { securityHeaders } from './security-headers';
import { validationPipe } from './validation.pipe';
import { WireInterceptor } from './wire.interceptor';

/** Whoever sends a request more slowly is cut off. */
const SLOWEST_REQUEST_MS = 60_000;

/** Longer than proxies keep a connection that they do not use: one that we close first may be closed under a request. */
const IDLE_CONNECTION_MS = 75_000;

/** The HTTP boundary, the same for the server and for tests; create the application with `bodyParser: false`. */
export function prepareHttp(app: INestApplication): void {
  const express = app as NestExpressApplication;
  const config = app.get(Config);
  express.disable('x-powered-by');
  if (config.TRUSTED_PROXIES !== undefined) express.set('trust proxy', config.TRUSTED_PROXIES);
  // an ETag here is a version of configuration, not a digest of the body
  express.set('etag', false);
  express.use(securityHeaders(config.SIP_WEBSOCKET_URL));
  express.use(servePortal());
  express.use(app.get(LastAnswers).handler);
  express.use(openContext);
  express.use(timeRequests(app.get(Metrics)));
  // also a refusal must be readable for a page that may ask at all
  app.enableCors(crossOrigin(config.CORS_ORIGINS));
  const [patience, strangers, slots] = [app.get(Patience), app.get(StrangerLimit), app.get(WorkSlotsGate)];
  express.use('/v1', patience.use.bind(patience), slots.use.bind(slots), strangers.use.bind(strangers));
  // after the guard that knows who is asking, which the container has
  app.useGlobalGuards(app.get(RequestLimitsGuard), app.get(WorkSlotsGate), new JsonBody(app.get(Reflector)));
  const server = app.getHttpServer() as Server;
  server.requestTimeout = SLOWEST_REQUEST_MS;
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(Log)));
  app.useGlobalInterceptors(
    app.get(WorkSlotsGate),
    new IdempotencyInterceptor(app.get(Redis), new Seal(config.JWT_SECRET)),
    new WireInterceptor(app.get(Reflector)),
    new AccessInterceptor(app.get(Reflector), app.get(AuditTrail)),
  );
}
