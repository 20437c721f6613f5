import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Outbox } from '../../platform/events/outbox';
import { Configuration } from '../../platform/tenancy/configuration';
import { SeatsReader } from '../seats/seats.reader';
import type { Agent } from './agent.entity';
import type { SetStatusDto } from './agents.dto';
import './agents.events';
import { AgentsRepository } from './agents.repository';
import { takeSeat } from './domain/take-seat';

const RULES = {
  names_no_seat: AppError.invalid('/seat_id', 'must be left out: a logged-out agent has no seat'),
  needs_a_seat: AppError.invalid('/seat_id', 'is required: the agent has no fixed seat and sits nowhere'),
  has_a_fixed_seat: AppError.invalid('/seat_id', 'must be left out or be the fixed seat of the agent'),
};

/** What agents do from minute to minute; the reconciler pushes it to the switch. */
@Injectable()
export class AgentStatusService {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly seats: SeatsReader,
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
      const decision = takeSeat(agent, body);
      if (!decision.ok) throw RULES[decision.rule];
      const { signedInSeatId } = decision;
      if (signedInSeatId !== null) await this.checkFree(agent, signedInSeatId);
      const statusSince = body.status === agent.status ? agent.statusSince : this.clock.now();
      await this.agents.setPresence(id, { status: body.status, statusSince, signedInSeatId });
      if (body.status !== agent.status || signedInSeatId !== agent.signedInSeatId) {
        await this.outbox.add('agent.status_changed', { number: agent.number });
      }
      return { ...agent, status: body.status, statusSince, signedInSeatId };
    });
  }

  private async checkFree(agent: Agent, seatId: string): Promise<void> {
    if (!(await this.seats.find(seatId))) throw AppError.invalid('/seat_id', 'must be a seat of this tenant');
    const sitting = await this.agents.findSignedInAt(seatId);
    if (sitting && sitting.id !== agent.id) throw new AppError('conflict', `Agent ${sitting.number} sits there.`);
  }
}
