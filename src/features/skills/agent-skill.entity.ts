import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** How well an agent has a skill. */
@Audited()
@Entity('agent_skills')
export class AgentSkill extends TenantOwned {
  @Column(ID_COLUMN)
  agentId: string;

  @Column(ID_COLUMN)
  skillId: string;

  @Column({ type: 'tinyint', unsigned: true })
  level: number;
}
