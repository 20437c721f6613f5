import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** How well those who serve a queue by their skills must have one, at least. */
@Audited()
@Entity('queue_skills')
export class QueueSkill extends TenantOwned {
  @Column(ID_COLUMN)
  queueId: string;

  @Column(ID_COLUMN)
  skillId: string;

  @Column({ type: 'tinyint', unsigned: true })
  level: number;
}
