import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';
import type { HandTopic } from './domain/hand-topic';

/** What a tenant's agents raise their hands for; without a row it is the usual. */
@Audited()
@Entity('hand_topic_lists')
export class HandTopicList extends TenantConfiguration {
  /** In the order in which they are shown. */
  @Column({ type: 'json' })
  topics: HandTopic[];
}
