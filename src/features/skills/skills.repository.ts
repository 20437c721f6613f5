import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { AgentSkill } from './agent-skill.entity';
import type { SkillLevel } from './domain/skill-level';
import { QueueSkill } from './queue-skill.entity';
import { Skill } from './skill.entity';

export type SkillSettings = Pick<Skill, 'name' | 'description'>;

/** The only place that writes skills, who has them and which queues ask for them. */
@Injectable()
export class SkillsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Skill>> {
    return this.database.table(Skill).page(request);
  }

  all(): Promise<Skill[]> {
    return this.database.table(Skill).find();
  }

  find(id: string): Promise<Skill | null> {
    return this.database.table(Skill).findOne({ id });
  }

  findByName(name: string): Promise<Skill | null> {
    return this.database.table(Skill).findOne({ name });
  }

  /** Those of the ids that are this tenant's skills, held until the transaction ends: none of them goes meanwhile. */
  async lockExisting(ids: string[]): Promise<Set<string>> {
    const skills = ids.length === 0 ? [] : await this.database.table(Skill).lock({ id: In(ids) });
    return new Set(skills.map(({ id }) => id));
  }

  insert(skill: Omit<Skill, 'tenantId'>): Promise<void> {
    return this.database.table(Skill).insert(skill);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<SkillSettings>): Promise<boolean> {
    return (await this.database.table(Skill).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  agentSkills(): Promise<AgentSkill[]> {
    return this.database.table(AgentSkill).find({}, { id: 'ASC' });
  }

  queueSkills(): Promise<QueueSkill[]> {
    return this.database.table(QueueSkill).find({}, { id: 'ASC' });
  }

  whoHas(skillId: string): Promise<AgentSkill[]> {
    return this.database.table(AgentSkill).find({ skillId }, { level: 'DESC', id: 'ASC' });
  }

  ofAgent(agentId: string): Promise<AgentSkill[]> {
    return this.database.table(AgentSkill).find({ agentId }, { id: 'ASC' });
  }

  ofQueue(queueId: string): Promise<QueueSkill[]> {
    return this.database.table(QueueSkill).find({ queueId }, { id: 'ASC' });
  }

  /** Only what differs is written, so that the audit log tells what was changed. */
  async replaceOfAgent(agentId: string, wanted: readonly SkillLevel[], createdAt: Date): Promise<void> {
    const table = this.database.table(AgentSkill);
    const { added, changed, gone } = difference(await this.ofAgent(agentId), wanted);
    if (gone.length > 0) await table.remove({ id: In(gone) });
    for (const { id, level } of changed) await table.update({ id }, { level });
    await table.insert(added.map((each) => ({ ...each, id: newId('agentSkill'), createdAt, agentId })));
  }

  /** The same for what a queue asks for. */
  async replaceOfQueue(queueId: string, wanted: readonly SkillLevel[], createdAt: Date): Promise<void> {
    const table = this.database.table(QueueSkill);
    const { added, changed, gone } = difference(await this.ofQueue(queueId), wanted);
    if (gone.length > 0) await table.remove({ id: In(gone) });
    for (const { id, level } of changed) await table.update({ id }, { level });
    await table.insert(added.map((each) => ({ ...each, id: newId('queueSkill'), createdAt, queueId })));
  }

  /** Agents lose it, and queues no longer ask for it. @returns false when the row is no longer at that version */
  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(AgentSkill).remove({ skillId: id });
    await this.database.table(QueueSkill).remove({ skillId: id });
    return (await this.database.table(Skill).remove({ id, version })) === 1;
  }
}

function difference(present: readonly (SkillLevel & { id: string })[], wanted: readonly SkillLevel[]) {
  const levels = new Map(wanted.map(({ skillId, level }) => [skillId, level]));
  const known = new Set(present.map(({ skillId }) => skillId));
  return {
    added: wanted.filter(({ skillId }) => !known.has(skillId)).map(({ skillId, level }) => ({ skillId, level })),
    changed: present.flatMap(({ id, skillId, level }) => {
      const next = levels.get(skillId);
      return next === undefined || next === level ? [] : [{ id, level: next }];
    }),
    gone: present.filter(({ skillId }) => !levels.has(skillId)).map(({ id }) => id),
  };
}
