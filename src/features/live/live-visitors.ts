import { Injectable } from '@nestjs/common';
import { BearerTokens, type Holder } from '../../platform/auth/bearer-tokens';
import { type Principal, PrincipalSource } from '../../platform/auth/principal';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { Viewer } from './domain/viewer';
import { LiveService } from './live.service';

/** Who opened a socket, for which tenant, and what they may see of it. */
export interface Visitor {
  tenantId: string;
  /** By which the provider's people came in, or a key of theirs. */
  grantId: string | null;
  principal: Principal;
  viewer: Viewer;
}

/** How long a socket lives is the session's affair: the access token that opened it ends long before. */
export interface Right {
  visitor: Visitor;
  /** Who they are now; null once they may no longer see what comes over it. */
  ask: () => Promise<Visitor | null>;
}

/** Who may watch a tenant's floor. */
@Injectable()
export class LiveVisitors {
  constructor(
    private readonly tokens: BearerTokens,
    private readonly source: PrincipalSource,
    private readonly live: LiveService,
  ) {}

  /**
   * @param named the tenant that the provider's people name
   * @returns null for who may not
   */
  async rightOf(token: string, named: string): Promise<Right | null> {
    const holder = await this.tokens.holderOf(token);
    const ask = async () => holder && (await this.visitorOf(holder, named).catch(() => null));
    const visitor = await ask();
    return visitor && { visitor, ask };
  }

  private async visitorOf(holder: Holder, named: string): Promise<Visitor | null> {
    const principal = await holder();
    if (!principal?.permissions.includes('live:read')) return null;
    const door = await this.doorOf(principal, named);
    if (!door) return null;
    return { ...door, principal, viewer: await tenantContext.open({ tenantId: door.tenantId }, () => this.live.viewer(principal)) };
  }

  private async doorOf({ id, tenantId, grantId }: Principal, named: string): Promise<Pick<Visitor, 'tenantId' | 'grantId'> | null> {
    if (tenantId) return { tenantId, grantId };
    const entry = await this.source.entryOf(id, named);
    return entry.tenant === 'known' && entry.grantId ? { tenantId: named, grantId: entry.grantId } : null;
  }
}
