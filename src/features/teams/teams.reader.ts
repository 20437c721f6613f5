import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Team } from './team.entity';
import { TeamSupervisor } from './team-supervisor.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class TeamsReader {
  constructor(private readonly database: TenantDatabase) {}

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(Team).count({ id })) === 1;
  }

  /** The ids of the users who lead each team, by the team's id; a team that nobody leads is not named. */
  async supervisorsByTeam(): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const { teamId, userId } of await this.database.table(TeamSupervisor).find()) {
      found.set(teamId, [...(found.get(teamId) ?? []), userId]);
    }
    return found;
  }

  async idsByName(): Promise<Map<string, string>> {
    const teams = await this.database.table(Team).find();
    return new Map(teams.map(({ name, id }) => [name, id]));
  }
}
