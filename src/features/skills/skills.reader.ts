import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { SkillLevelSpec } from '../tenants/domain/tenant-spec';
import { AgentSkill } from './agent-skill.entity';
import type { SkillLevel } from './domain/skill-level';
import { QueueSkill } from './queue-skill.entity';
import { Skill } from './skill.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class SkillsReader {
  constructor(private readonly database: TenantDatabase) {}

  /** What each agent can do, by the agent's id; who has no skills is not named. */
  async levelsByAgent(): Promise<Map<string, SkillLevelSpec[]>> {
    return this.byOwner(await this.database.table(AgentSkill).find(), ({ agentId }) => agentId);
  }

  /** What each queue asks for, by the queue's id; one that asks for nothing is not named. */
  async levelsByQueue(): Promise<Map<string, SkillLevelSpec[]>> {
    return this.byOwner(await this.database.table(QueueSkill).find(), ({ queueId }) => queueId);
  }

  private async byOwner<T extends SkillLevel>(rows: readonly T[], ownerOf: (row: T) => string): Promise<Map<string, SkillLevelSpec[]>> {
    const names = new Map((await this.database.table(Skill).find()).map(({ id, name }) => [id, name]));
    const found = new Map<string, SkillLevelSpec[]>();
    for (const row of rows) {
      const owner = ownerOf(row);
      found.set(owner, [...(found.get(owner) ?? []), { skill: names.get(row.skillId) ?? '', level: row.level }]);
    }
    return found;
  }
}
