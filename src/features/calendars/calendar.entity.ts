import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';
import type { WeeklyHours } from '../numbers/domain/opening-hours';

/** Named opening hours, in the tenant's time zone. */
@Audited()
@Entity('calendars')
export class Calendar extends TenantConfiguration {
  @Column({ type: 'varchar', length: 41 })
  name: string;

  @Column({ type: 'json' })
  hours: WeeklyHours;
}
