import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { SeatsReader } from '../seats/seats.reader';
import { changeOf, nameOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { AgentSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { SkillsReader } from '../skills/skills.reader';
import { TeamsReader } from '../teams/teams.reader';
import { UsersReader } from '../users/users.reader';
import { Agent } from './agent.entity';

const keyOf = (agent: AgentSpec) => agent.number;

/** The agents of a tenant's file. Their status is theirs: a new agent is logged out, a changed one keeps it. */
@Injectable()
export class AgentsPart implements TenantPart, OnModuleInit {
  readonly order = 40;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly seats: SeatsReader,
    private readonly users: UsersReader,
    private readonly teams: TeamsReader,
    private readonly skills: SkillsReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const [seats, users, teams] = [await this.seats.idsByExtension(), await this.users.idsByEmail(), await this.teams.idsByName()];
    const [agents, skills] = [await this.table().find(), await this.skills.levelsByAgent()];
    return {
      agents: agents.map((agent) => ({
        wrapUp: agent.wrapUp,
        maxNoAnswer: agent.maxNoAnswer,
        rejectDelay: agent.rejectDelay,
        busyDelay: agent.busyDelay,
        noAnswerDelay: agent.noAnswerDelay,
        ringSeconds: agent.ringSeconds,
        number: agent.number,
        name: agent.name,
        seat: nameOf(seats, agent.seatId),
        user: nameOf(users, agent.userId),
        team: nameOf(teams, agent.teamId),
        skills: skills.get(agent.id) ?? [],
      })),
    };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.agents ?? [], desired.agents, keyOf);
    const [seats, users, teams] = [await this.seats.idsByExtension(), await this.users.idsByEmail(), await this.teams.idsByName()];
    const rowOf = ({ seat, user, team, skills: _, ...agent }: AgentSpec) => ({
      ...agent,
      seatId: seat === null ? null : (seats.get(seat) ?? null),
      userId: user === null ? null : (users.get(user) ?? null),
      teamId: team === null ? null : (teams.get(team) ?? null),
    });
    const now = this.clock.now();
    const loggedOut = { status: 'logged_out', statusSince: now, breakReason: null, wrapUpWaivedUntil: null, signedInSeatId: null } as const;
    await this.table().insert(
      added.map((spec) => ({ ...rowOf(spec), ...loggedOut, id: newId('agent'), version: 1, createdAt: now })),
    );
    // two agents may swap their fixed seats: free all before giving any
    for (const { number } of changed) await this.table().update({ number }, { seatId: null, userId: null });
    for (const spec of changed) await this.table().revise({ number: spec.number }, rowOf(spec));
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.agents, desired?.agents ?? [], keyOf);
    for (const { number } of removed) await this.table().remove({ number });
  }

  private table() {
    return this.database.table(Agent);
  }
}
