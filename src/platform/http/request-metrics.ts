import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Metrics } from '../health/metrics';

/** Times each request under its route's pattern, never its path: ids would make a label each. */
export function timeRequests(metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const stop = metrics.requests.startTimer();
    response.once('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };
}
