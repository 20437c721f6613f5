import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { AGENT_TIMINGS, type AgentTiming } from '../queues/domain/agent-timing';
import { SeatsReader } from '../seats/seats.reader';
import { UsersReader } from '../users/users.reader';
import type { Agent } from './agent.entity';
import type { ChangeAgentDto, CreateAgentDto } from './agents.dto';
import { AgentsRepository } from './agents.repository';

const USUAL_TIMING = Object.fromEntries(
  AGENT_TIMINGS.map(({ key, default: usual }) => [key, usual]),
) as unknown as AgentTiming;

@Injectable()
export class AgentsService {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly seats: SeatsReader,
    private readonly users: UsersReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<Agent>> {
    return this.agents.page(request);
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
      await this.checkReferences(id, body);
      await this.agents.insert({
        userId: null,
        seatId: null,
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
      await this.get(id);
      await this.checkReferences(id, body);
      if (!(await this.agents.save(id, version, { ...body }))) throw AppError.stale();
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      await this.get(id);
      if (!(await this.agents.remove(id, version))) throw AppError.stale();
    });
  }

  private async checkReferences(id: string, { seatId, userId }: ChangeAgentDto): Promise<void> {
    if (seatId) await this.checkSeat(id, seatId);
    if (userId) await this.checkUser(id, userId);
  }

  private async checkSeat(id: string, seatId: string): Promise<void> {
    if (!(await this.seats.find(seatId))) throw AppError.invalid('/seat_id', 'must be a seat of this tenant');
    const holder = await this.agents.findByFixedSeat(seatId);
    if (holder && holder.id !== id) throw new AppError('conflict', `The seat is agent ${holder.number}'s.`);
  }

  private async checkUser(id: string, userId: string): Promise<void> {
    if (!(await this.users.exists(userId))) throw AppError.invalid('/user_id', 'must be a user of this tenant');
    const holder = await this.agents.findByUser(userId);
    if (holder && holder.id !== id) throw new AppError('conflict', `The user signs in as agent ${holder.number}.`);
  }
}
