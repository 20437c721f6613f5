import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { SpellState } from './domain/agent-spells';

/**
 * For how long an agent was in one state. The work after a call lies within the spell of readiness; who is logged out has
 * none.
 */
@NotAudited('the change of status that begins it is, with the agent')
@Entity('agent_spells')
export class AgentSpell extends TenantOwned {
  /** The agent's number. */
  @Column({ type: 'varchar', length: 6 })
  agent: string;

  @Column({ type: 'varchar', length: 30 })
  state: SpellState;

  /** The code of the reason for a break. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  reason: string | null;

  @Column({ type: 'datetime', precision: 3 })
  since: Date;

  /** Null while it lasts. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  until: Date | null;
}
