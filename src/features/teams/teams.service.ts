import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { UsersReader } from '../users/users.reader';
import { TeamMembers } from './domain/team-members';
import type { Team } from './team.entity';
import type { ChangeTeamDto, CreateTeamDto, TeamDto } from './teams.dto';
import { TeamsRepository } from './teams.repository';

/** With what its row does not tell. */
type WholeTeam = Team & Pick<TeamDto, 'supervisors' | 'agents'>;

@Injectable()
export class TeamsService {
  constructor(
    private readonly teams: TeamsRepository,
    private readonly members: TeamMembers,
    private readonly users: UsersReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async list(request: PageRequest): Promise<Page<WholeTeam>> {
    const { data, hasMore } = await this.teams.page(request);
    return { data: await this.whole(data), hasMore };
  }

  async get(id: string): Promise<WholeTeam> {
    const team = await this.teams.find(id);
    if (!team) throw AppError.notFound();
    const [whole] = await this.whole([team]);
    return whole!;
  }

  create({ name, description = '', supervisorIds = [] }: CreateTeamDto): Promise<WholeTeam> {
    return this.configuration.change(async () => {
      const [id, createdAt] = [newId('team'), this.clock.now()];
      await this.refuse(id, { name, supervisorIds });
      await this.teams.insert({ id, name, description, version: 1, createdAt });
      await this.teams.replaceSupervisors(id, supervisorIds, createdAt);
      return this.get(id);
    });
  }

  change(id: string, version: number, { supervisorIds, ...settings }: ChangeTeamDto): Promise<WholeTeam> {
    return this.configuration.change(async () => {
      await this.get(id);
      await this.refuse(id, { ...settings, supervisorIds });
      if (!(await this.teams.save(id, version, settings))) throw AppError.stale();
      if (supervisorIds) await this.teams.replaceSupervisors(id, supervisorIds, this.clock.now());
      return this.get(id);
    });
  }

  /** Its agents stay, without a team. */
  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      await this.get(id);
      await this.members.release(id);
      if (!(await this.teams.remove(id, version))) throw AppError.stale();
    });
  }

  private async whole(teams: Team[]): Promise<WholeTeam[]> {
    const [users, supervisors, agents] = [await this.users.supervisors(), await this.teams.supervisors(), await this.members.count()];
    return teams.map((team) => {
      const own = new Set(supervisors.get(team.id));
      return {
        ...team,
        supervisors: users.filter(({ id }) => own.has(id)).map(({ id, name }) => ({ userId: id, name })),
        agents: agents.get(team.id) ?? 0,
      };
    });
  }

  private async refuse(id: string, { name, supervisorIds = [] }: ChangeTeamDto): Promise<void> {
    const namesake = name === undefined ? null : await this.teams.findByName(name);
    if (namesake && namesake.id !== id) throw new AppError('conflict', 'There is a team of that name.');
    if (supervisorIds.length === 0) return;
    const users = new Set((await this.users.supervisors()).map((user) => user.id));
    const unfit = supervisorIds.findIndex((userId) => !users.has(userId));
    if (unfit >= 0) throw AppError.invalid(`/supervisor_ids/${unfit}`, 'must be a user of this tenant whose role supervises calls');
  }
}
