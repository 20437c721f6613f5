import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { tenantContext } from '../tenancy/tenant-context';

/** Opens the work context of a request; the guard sets its tenant. */
export function openContext(_request: Request, response: Response, next: NextFunction): void {
  // randomUUID draws its randomness in advance; a ULID, drawn byte by byte, was the dearest step of a short answer
  const traceId = randomUUID();
  response.setHeader('Trace-Id', traceId);
  tenantContext.open({ traceId }, next);
}
