import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { Principal } from '../auth/principal';
import { OPERATION, type OperationRules } from '../http/operation';
import type { Bucket } from './bucket';
import { applyLevels } from './apply-levels';
import { Patience } from './patience';
import { retryAfter } from './rate-headers';
import { RateLimiter } from './rate-limiter';
import { TenantRates } from './tenant-rates';

const OPERATION_BUCKET = 'operation';

/**
 * Counts each request of somebody who is known, before its body is read. While Redis cannot be asked nothing is counted:
 * what is worse for a call centre than a tenant that asks too much is one that cannot work at all.
 */
@Injectable()
export class RequestLimitsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
    private readonly patience: Patience,
    private readonly rates: TenantRates,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { user?: Principal }>();
    if (!request.user) return true;
    const rules = this.reflector.get<OperationRules | undefined>(OPERATION, context.getHandler());
    const buckets = [...(await this.rates.bucketsOf(request.user)), ...operationBucket(rules, context, request.user)];
    const levels = await this.limiter.take(buckets);
    if (!levels) return true;
    // an operation of its own rate bars nobody from the others
    const seconds = retryAfter(levels.filter(({ bucket }) => bucket.name !== OPERATION_BUCKET));
    if (seconds !== null) this.patience.tell(request.headers.authorization ?? '', seconds * 1000);
    applyLevels(context.switchToHttp().getResponse<Response>(), levels);
    return true;
  }
}

/** What an operation is limited to beyond that, for each who asks. */
function operationBucket(rules: OperationRules | undefined, context: ExecutionContext, { id }: Principal): Bucket[] {
  if (!rules?.rate) return [];
  return [{ name: OPERATION_BUCKET, key: `${context.getClass().name}.${context.getHandler().name}:${id}`, ...rules.rate }];
}
