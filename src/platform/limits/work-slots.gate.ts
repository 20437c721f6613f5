import { type CallHandler, type CanActivate, type ExecutionContext, Injectable, type NestInterceptor, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { POOL_SIZE } from '../database/connection-options';
import { AppError } from '../errors/app-error';
import { tenantContext } from '../tenancy/tenant-context';
import { NEWCOMERS, RightOfWay } from './right-of-way';
import { TenantRates } from './tenant-rates';
import { WorkSlots } from './work-slots';

/** A quarter of the connections is one tenant's at most. */
const AT_ONCE = POOL_SIZE / 4;
/** What a page of the portal asks at once must not be refused. */
const IN_LINE = 100;

/**
 * Has the requests of one tenant wait for one another: from before their bodies are read, as a guard, until their work is
 * done, as an interceptor. How long a slow client then takes to fetch the answer is of no account. Until its tenant is
 * known a request counts as a newcomer, from when it arrives, as middleware.
 */
@Injectable()
export class WorkSlotsGate implements NestMiddleware, CanActivate, NestInterceptor {
  private readonly slots: WorkSlots;
  /** What ends the present part of a request: its arrival, then its work. */
  private readonly present = new WeakMap<Request, () => void>();

  constructor(
    private readonly rates: TenantRates,
    private readonly way: RightOfWay,
  ) {
    this.slots = new WorkSlots(way, AT_ONCE, IN_LINE);
  }

  use(request: Request, response: Response, next: NextFunction): void {
    const known = this.way.enter(NEWCOMERS);
    this.present.set(request, known);
    response.once('close', known);
    next();
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const work = tenantContext.current();
    const { tenantId } = work;
    const perSecond = tenantId === undefined ? null : await this.rates.of(tenantId);
    const known = this.present.get(request);
    // not before it has its slot, or is in line for one: in between nobody would let it pass
    if (known) setImmediate(known);
    if (tenantId === undefined || perSecond === null) return true;
    const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
    const slot = await this.slots.take(tenantId, perSecond, closed);
    if (!slot) throw new AppError('rate_limited', 'Too many requests at once: try again in 1 s.', [], 1);
    if (slot.isOver) work.letPass = () => this.way.letPass(tenantId);
    this.present.set(request, slot.giveBack);
    // whatever else ends it: a body that is none, a client that has gone
    void closed.then(slot.giveBack);
    return true;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const leave = this.present.get(context.switchToHttp().getRequest<Request>());
    return leave ? next.handle().pipe(finalize(leave)) : next.handle();
  }
}
