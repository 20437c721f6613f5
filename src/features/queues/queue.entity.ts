import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { TenantConfiguration } from '../../platform/database/tenant-owned';
import type { QueueSettings } from './domain/queue-settings';

/** Where callers wait. mod_callcenter knows the queue as `<name>@<domain>`. */
@Audited()
@Entity('queues')
export class Queue extends TenantConfiguration {
  @Column({ type: 'varchar', length: 31, ...EXACT_TEXT })
  name: string;

  @Column({ type: 'json' })
  settings: QueueSettings;

  /** Whether an agent who ends a wrap-up by hand must have chosen a wrap-up code. The switch knows nothing of it. */
  @Column({ type: 'boolean' })
  wrapUpCodeRequired: boolean;
}
