import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Team } from './team.entity';
import { TeamSupervisor } from './team-supervisor.entity';

export type TeamSettings = Pick<Team, 'name' | 'description'>;

/** The only place that writes teams and who supervises them. */
@Injectable()
export class TeamsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Team>> {
    return this.database.table(Team).page(request);
  }

  all(): Promise<Team[]> {
    return this.database.table(Team).find();
  }

  find(id: string): Promise<Team | null> {
    return this.database.table(Team).findOne({ id });
  }

  findByName(name: string): Promise<Team | null> {
    return this.database.table(Team).findOne({ name });
  }

  insert(team: Omit<Team, 'tenantId'>): Promise<void> {
    return this.database.table(Team).insert(team);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<TeamSettings>): Promise<boolean> {
    return (await this.database.table(Team).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  /** The users of each team, by the team's id. */
  async supervisors(): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const { teamId, userId } of await this.database.table(TeamSupervisor).find()) {
      found.set(teamId, [...(found.get(teamId) ?? []), userId]);
    }
    return found;
  }

  /** Only what differs is written, so that the audit log tells what was changed. */
  async replaceSupervisors(teamId: string, userIds: readonly string[], createdAt: Date): Promise<void> {
    const table = this.database.table(TeamSupervisor);
    const present = await table.find({ teamId });
    const known = new Set(present.map(({ userId }) => userId));
    const gone = present.filter(({ userId }) => !userIds.includes(userId)).map(({ id }) => id);
    if (gone.length > 0) await table.remove({ id: In(gone) });
    const added = userIds.filter((userId) => !known.has(userId));
    await table.insert(added.map((userId) => ({ id: newId('teamSupervisor'), createdAt, teamId, userId })));
  }

  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(TeamSupervisor).remove({ teamId: id });
    return (await this.database.table(Team).remove({ id, version })) === 1;
  }
}
