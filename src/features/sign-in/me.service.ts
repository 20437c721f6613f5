import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { AgentsReader } from '../agents/agents.reader';
import type { MeDto } from './sign-in.dto';

/** Tells who is asking what he is here. */
@Injectable()
export class MeService {
  constructor(private readonly agents: AgentsReader) {}

  async of(principal: Principal): Promise<MeDto> {
    const { kind, id, name, tenantId, role, sessionId, permissions, duties } = principal;
    const agentNumber = kind === 'user' && tenantId ? await this.agentNumberOf(tenantId, id) : null;
    return { kind, id, name, tenantId, role, sessionId, agentNumber, permissions: [...permissions], duties: [...duties] };
  }

  private async agentNumberOf(tenantId: string, userId: string): Promise<string | null> {
    const agent = await tenantContext.open({ tenantId }, () => this.agents.ofUser(userId));
    return agent?.number ?? null;
  }
}
