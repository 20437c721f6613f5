import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { mayBeId } from '../database/ids';
import { AppError } from '../errors/app-error';
import { OPERATION, type OperationRules } from '../http/operation';
import { tenantContext } from '../tenancy/tenant-context';
import type { Permission } from './permissions';
import { type Duty, type Principal, PrincipalSource } from './principal';

/** The header by which the provider's people name the tenant whose data they work on. */
export const TENANT_HEADER = 'seatline-tenant';

/**
 * Deny by default: a route without an `@Operation` is closed, and so is one whose permission is not held. The key comes
 * first: that a credential is none is seen at its prefix, while a token that is none is an error with a stack.
 */
@Injectable()
export class PrincipalGuard extends AuthGuard(['api-key', 'jwt']) {
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
      throw new AppError('forbidden', whyNot(request.user, rules.permission));
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
    const { kind, id, name, grantId: keysGrantId } = request.user;
    const work = tenantContext.current();
    work.actor = { kind, id, name, grantId: keysGrantId, address: request.ip ?? null };
    if (rules.scope === 'person' && request.user.tenantId) work.tenantId = request.user.tenantId;
    if (rules.scope !== 'tenant') return;
    const { tenantId, grantId } = await this.doorOf(request);
    work.tenantId = tenantId;
    work.actor.grantId = grantId;
  }

  /** A tenant's own people work there; the provider's name the tenant, and need a grant. */
  private async doorOf(request: Request & { user: Principal }): Promise<{ tenantId: string; grantId: string | null }> {
    const named = request.header(TENANT_HEADER);
    const { id, tenantId, grantId } = request.user;
    if (tenantId) {
      if (named && named !== tenantId) throw AppError.notFound();
      return { tenantId, grantId };
    }
    if (!named) throw AppError.invalid(`/${TENANT_HEADER}`, 'name the tenant in the Seatline-Tenant header');
    if (!mayBeId(named)) throw AppError.notFound();
    const entry = await this.source.entryOf(id, named);
    if (entry.tenant === 'unknown') throw AppError.notFound();
    if (!entry.grantId) throw new AppError('grant_required', 'Say first why you enter: POST /v1/tenants/{id}/access-grants.');
    return { tenantId: named, grantId: entry.grantId };
  }
}

const DUTY_FIRST: Record<Duty, string> = {
  change_password: 'Choose a password of your own first (POST /v1/me/password).',
  enrol_second_factor: 'Enrol a second factor first (POST /v1/me/second-factor).',
};

function whyNot({ duties: [duty] }: Principal, permission: Permission): string {
  return duty ? DUTY_FIRST[duty] : `This needs the permission ${permission}.`;
}
