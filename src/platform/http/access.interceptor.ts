import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Observable, mergeMap } from 'rxjs';
import { AuditTrail } from '../audit/audit-trail';
import { maskNumber } from '../privacy/mask-number';
import { OPERATION, type OperationRules } from './operation';

/** Writes down who looked at personal data before the data leaves; what cannot be written down is not shown. */
@Injectable()
export class AccessInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly trail: AuditTrail,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rules = this.reflector.get<OperationRules | undefined>(OPERATION, context.getHandler());
    const objectType = rules?.shows;
    if (!objectType) return next.handle();
    const { params, query } = context.switchToHttp().getRequest<Request>();
    const objectId = String(params['id'] ?? '*');
    const detail = Object.keys(query).length > 0 ? { asked: withoutNumbers(query) } : null;
    const event = { action: 'read', objectType, objectId, detail };
    return next.handle().pipe(mergeMap(async (answer: unknown) => {
      await this.trail.record(event);
      return answer;
    }));
  }
}

/**
 * The log outlasts every retention policy, and nothing is ever removed from it: it keeps that somebody searched by a number,
 * and not whose number that was.
 */
function withoutNumbers(query: Request['query']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, name === 'number' ? maskNumber(String(value)) : value]),
  );
}
