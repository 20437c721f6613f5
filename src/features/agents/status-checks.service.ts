import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import { BreakReasonsReader } from '../break-reasons/break-reasons.reader';
import { SeatsReader } from '../seats/seats.reader';
import type { Agent } from './agent.entity';
import type { SetStatusDto } from './agents.dto';
import { AgentsRepository } from './agents.repository';
import { takeSeat } from './domain/take-seat';

const RULES = {
  names_no_seat: AppError.invalid('/seat_id', 'must be left out: a logged-out agent has no seat'),
  needs_a_seat: AppError.invalid('/seat_id', 'is required: the agent has no fixed seat and sits nowhere'),
  has_a_fixed_seat: AppError.invalid('/seat_id', 'must be left out or be the fixed seat of the agent'),
};

/** What an agent's change of status may name: a seat where nobody else sits, a reason that the tenant knows. */
@Injectable()
export class StatusChecks {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly seats: SeatsReader,
    private readonly reasons: BreakReasonsReader,
  ) {}

  /** The seat that the agent then has. */
  async seatFor(agent: Agent, body: SetStatusDto): Promise<string | null> {
    const decision = takeSeat(agent, body);
    if (!decision.ok) throw RULES[decision.rule];
    if (decision.signedInSeatId !== null) await this.checkFree(agent, decision.signedInSeatId);
    return decision.signedInSeatId;
  }

  async checkReason({ status, breakReason }: SetStatusDto): Promise<void> {
    if (breakReason === undefined) return;
    if (status !== 'on_break') throw AppError.invalid('/break_reason', 'must be left out: it is no break');
    if (!(await this.reasons.has(breakReason))) {
      throw AppError.invalid('/break_reason', "must be the code of one of the tenant's reasons for breaks");
    }
  }

  private async checkFree(agent: Agent, seatId: string): Promise<void> {
    if (!(await this.seats.find(seatId))) throw AppError.invalid('/seat_id', 'must be a seat of this tenant');
    const sitting = await this.agents.findSignedInAt(seatId);
    if (sitting && sitting.id !== agent.id) throw new AppError('conflict', `Agent ${sitting.number} sits there.`);
  }
}
