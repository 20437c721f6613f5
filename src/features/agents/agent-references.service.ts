import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import { SeatsReader } from '../seats/seats.reader';
import { TeamsReader } from '../teams/teams.reader';
import { UsersReader } from '../users/users.reader';
import type { ChangeAgentDto } from './agents.dto';
import { AgentsRepository } from './agents.repository';

/** What an agent may name: a seat and a user that are nobody else's, a team. */
@Injectable()
export class AgentReferences {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly seats: SeatsReader,
    private readonly users: UsersReader,
    private readonly teams: TeamsReader,
  ) {}

  async check(id: string, { seatId, userId, teamId }: ChangeAgentDto): Promise<void> {
    if (seatId) await this.checkSeat(id, seatId);
    if (userId) await this.checkUser(id, userId);
    if (teamId && !(await this.teams.exists(teamId))) throw AppError.invalid('/team_id', 'must be a team of this tenant');
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
