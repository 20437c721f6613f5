import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { changeOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TeamSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { UsersReader } from '../users/users.reader';
import { TeamsRepository } from './teams.repository';

const keyOf = (team: TeamSpec) => team.name;

/** The teams of a tenant's file; a file that does not tell of any leaves those that there are. */
@Injectable()
export class TeamsPart implements TenantPart, OnModuleInit {
  /** After the users who supervise them, before the agents who belong to them. */
  readonly order = 30;

  constructor(
    private readonly parts: TenantParts,
    private readonly teams: TeamsRepository,
    private readonly users: UsersReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const [teams, users, supervisors] = [await this.teams.all(), await this.users.supervisors(), await this.teams.supervisors()];
    if (teams.length === 0) return { teams: null };
    return {
      teams: teams.map(({ id, name, description }) => {
        const own = new Set(supervisors.get(id));
        return { name, description, supervisors: users.filter((user) => own.has(user.id)).map(({ email }) => email) };
      }),
    };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.teams ?? [], desired.teams ?? [], keyOf);
    const createdAt = this.clock.now();
    for (const { name, description } of added) {
      await this.teams.insert({ id: newId('team'), name, description, version: 1, createdAt });
    }
    const users = new Map((await this.users.supervisors()).map(({ email, id }) => [email, id]));
    for (const { name, description, supervisors } of [...added, ...changed]) {
      const team = await this.teams.findByName(name);
      if (!team) throw new Error(`The team ${name} vanished while it was written.`);
      await this.teams.save(team.id, team.version, { description });
      await this.teams.replaceSupervisors(team.id, supervisors.flatMap((email) => users.get(email) ?? []), createdAt);
    }
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.teams ?? [], desired?.teams ?? [], keyOf);
    for (const { name } of removed) {
      const team = await this.teams.findByName(name);
      if (team) await this.teams.remove(team.id, team.version);
    }
  }
}
