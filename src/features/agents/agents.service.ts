import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page } from '../../platform/http/page';
import { Outbox } from '../../platform/events/outbox';
import { Configuration } from '../../platform/tenancy/configuration';
import { AGENT_TIMINGS, type AgentTiming } from '../queues/domain/agent-timing';
import type { Agent } from './agent.entity';
import { AgentReferences } from './agent-references.service';
import type { AgentsRequest, ChangeAgentDto, CreateAgentDto } from './agents.dto';
import './agents.events';
import { AgentsRepository } from './agents.repository';

const USUAL_TIMING = Object.fromEntries(
  AGENT_TIMINGS.map(({ key, default: usual }) => [key, usual]),
) as unknown as AgentTiming;

@Injectable()
export class AgentsService {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly references: AgentReferences,
    private readonly configuration: Configuration,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  list(request: AgentsRequest): Promise<Page<Agent>> {
    return this.agents.page(request, request.teamId === undefined ? {} : { teamId: request.teamId });
  }

  async get(id: string): Promise<Agent> {
    const agent = await this.agents.find(id);
    if (!agent) throw AppError.notFound();
    return agent;
  }

  create(body: CreateAgentDto): Promise<Agent> {
    return this.configuration.change(async () => {
      const namesake = await this.agents.findByNumber(body.number);
      if (namesake) throw new AppError('conflict', 'There is an agent of that number.');
      const [id, now] = [newId('agent'), this.clock.now()];
      await this.references.check(id, body);
      await this.agents.insert({
        userId: null,
        seatId: null,
        teamId: null,
        ...USUAL_TIMING,
        ...body,
        id,
        status: 'logged_out',
        statusSince: now,
        breakReason: null,
        wrapUpWaivedUntil: null,
        signedInSeatId: null,
        version: 1,
        createdAt: now,
      });
      return this.get(id);
    });
  }

  change(id: string, version: number, body: ChangeAgentDto): Promise<Agent> {
    return this.configuration.change(async () => {
      const { number, teamId } = await this.get(id);
      await this.references.check(id, body);
      if (!(await this.agents.save(id, version, { ...body }))) throw AppError.stale();
      if (body.teamId !== undefined && body.teamId !== teamId) await this.outbox.add('agent.status_changed', { number });
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      await this.get(id);
      if (!(await this.agents.remove(id, version))) throw AppError.stale();
    });
  }
}
