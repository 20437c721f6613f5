import type { NextFunction, Request, Response } from 'express';
import { ulid } from 'ulid';
import { tenantContext } from '../tenancy/tenant-context';

/** Opens the work context of a request; the guard sets its tenant. */
export function openContext(_request: Request, response: Response, next: NextFunction): void {
  const traceId = ulid();
  response.setHeader('Trace-Id', traceId);
  tenantContext.open({ traceId }, next);
}
