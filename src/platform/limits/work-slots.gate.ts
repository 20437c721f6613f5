import { type CallHandler, type CanActivate, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { POOL_SIZE } from '../database/connection-options';
import { AppError } from '../errors/app-error';
import { tenantContext } from '../tenancy/tenant-context';
import { TenantRates } from './tenant-rates';
import { WorkSlots } from './work-slots';

/** A quarter of the connections is one tenant's at most. */
const AT_ONCE = POOL_SIZE / 4;
/** What a page of the portal asks at once must not be refused. */
const IN_LINE = 100;

/**
 * Has the requests of one tenant wait for one another: from before their bodies are read, as a guard, until their work is
 * done, as an interceptor. How long a slow client then takes to fetch the answer is of no account.
 */
@Injectable()
export class WorkSlotsGate implements CanActivate, NestInterceptor {
  private readonly slots = new WorkSlots(AT_ONCE, IN_LINE);
  private readonly held = new WeakMap<Request, () => void>();

  constructor(private readonly rates: TenantRates) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { tenantId } = tenantContext.current();
    if (tenantId === undefined) return true;
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
    const giveBack = await this.slots.take(tenantId, await this.rates.of(tenantId), closed);
    if (!giveBack) throw new AppError('rate_limited', 'Too many requests at once: try again in 1 s.', [], 1);
    this.held.set(http.getRequest<Request>(), giveBack);
    // whatever else ends it: a body that is none, a client that has gone
    void closed.then(giveBack);
    return true;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const giveBack = this.held.get(context.switchToHttp().getRequest<Request>());
    return giveBack ? next.handle().pipe(finalize(giveBack)) : next.handle();
  }
}
