import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { AppError } from '../errors/app-error';
import { OPERATION, type OperationRules } from '../http/operation';
import { tenantContext } from '../tenancy/tenant-context';
import { type Principal, PrincipalSource } from './principal';

/** The header by which the provider's people name the tenant whose data they work on. */
export const TENANT_HEADER = 'seatline-tenant';

/** Deny by default: a route without an `@Operation` is closed, and so is one whose permission is not held. */
@Injectable()
export class PrincipalGuard extends AuthGuard(['jwt', 'api-key']) {
  constructor(
    private readonly reflector: Reflector,
    private readonly source: PrincipalSource,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = this.reflector.get<OperationRules | undefined>(OPERATION, context.getHandler());
    if (!rules) throw new AppError('forbidden', 'This route is closed.');
    if (rules.permission === 'public') return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<Request & { user: Principal }>();
    if (rules.permission !== 'signed-in' && !request.user.permissions.includes(rules.permission)) {
      throw new AppError('forbidden', `This needs the permission ${rules.permission}.`);
    }
    await this.enter(request, rules);
    return true;
  }

  override handleRequest<P>(error: unknown, principal: P | false): P {
    if (error) throw error;
    if (!principal) throw new AppError('unauthenticated', 'Sign in, or show a valid API key.');
    return principal;
  }

  /** Sets whose data the request works on, and who does it. */
  private async enter(request: Request & { user: Principal }, rules: OperationRules): Promise<void> {
    const { kind, id, name } = request.user;
    const work = tenantContext.current();
    work.actor = { kind, id, name, grantId: null, address: request.ip ?? null };
    if (rules.scope === 'tenant') work.tenantId = await this.tenantOf(request);
  }

  private async tenantOf(request: Request & { user: Principal }): Promise<string> {
    const named = request.header(TENANT_HEADER);
    if (request.user.tenantId) {
      if (named && named !== request.user.tenantId) throw AppError.notFound();
      return request.user.tenantId;
    }
    if (!named) throw AppError.invalid(`/${TENANT_HEADER}`, 'name the tenant in the Seatline-Tenant header');
    if (!(await this.source.tenantExists(named))) throw AppError.notFound();
    return named;
  }
}
