import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** A user who supervises a team. */
@Audited()
@Entity('team_supervisors')
export class TeamSupervisor extends TenantOwned {
  @Column(ID_COLUMN)
  teamId: string;

  @Column(ID_COLUMN)
  userId: string;
}
