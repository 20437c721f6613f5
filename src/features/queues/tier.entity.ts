import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** An agent's place in a queue. */
@Audited()
@Entity('tiers')
export class Tier extends TenantOwned {
  @Column(ID_COLUMN)
  queueId: string;

  @Column(ID_COLUMN)
  agentId: string;

  @Column({ type: 'int', unsigned: true })
  level: number;

  @Column({ type: 'int', unsigned: true })
  position: number;
}
