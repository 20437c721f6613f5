import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Outbox } from '../../platform/events/outbox';
import { Configuration } from '../../platform/tenancy/configuration';
import type { Agent } from './agent.entity';
import { StatusChecks } from './status-checks.service';
import { AgentSpellsRepository } from './agent-spells.repository';
import type { SetStatusDto } from './agents.dto';
import './agents.events';
import { AgentsRepository } from './agents.repository';
import { breakReasonOf, isSameState } from './domain/chosen-state';

/** What agents do from minute to minute; the reconciler pushes it to the switch. */
@Injectable()
export class AgentStatusService {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly spells: AgentSpellsRepository,
    private readonly checks: StatusChecks,
    private readonly configuration: Configuration,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The agent that the user signs in as. */
  async own(principal: Principal): Promise<Agent> {
    const agent = await this.agents.findByUser(principal.id);
    if (!agent) throw AppError.notFound();
    return agent;
  }

  async setOwn(principal: Principal, body: SetStatusDto): Promise<Agent> {
    return this.set((await this.own(principal)).id, body);
  }

  set(id: string, body: SetStatusDto): Promise<Agent> {
    return this.configuration.change(async () => {
      const agent = await this.agents.lock(id);
      if (!agent) throw AppError.notFound();
      const signedInSeatId = await this.checks.seatFor(agent, body);
      await this.checks.checkReason(body);
      const chosen = { status: body.status, breakReason: breakReasonOf(agent, body.status, body.breakReason) };
      const goesOn = isSameState(agent, chosen);
      const presence = { ...chosen, statusSince: goesOn ? agent.statusSince : this.clock.now(), signedInSeatId };
      await this.agents.setPresence(id, presence);
      if (!goesOn) await this.spells.follow(agent.number, presence);
      if (!goesOn || signedInSeatId !== agent.signedInSeatId) {
        await this.outbox.add('agent.status_changed', { number: agent.number });
      }
      return { ...agent, ...presence };
    });
  }
}
