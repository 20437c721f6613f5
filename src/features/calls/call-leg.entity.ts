import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { CdrLeg } from '../../telephony/cdr/cdr-leg';
import type { LegFacts } from './domain/leg-row';

/** One CDR of the switch: what the books rest on. Written once by (node, uuid). */
@NotAudited('the switch writes it')
@Entity('call_legs')
export class CallLeg extends TenantOwned {
  @Column({ type: 'varchar', length: 60, charset: 'ascii' })
  node: string;

  @Column({ type: 'char', length: 36, charset: 'ascii' })
  uuid: string;

  /** The uuid of the call's first leg; its own for that leg. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  @Column({ type: 'varchar', length: 10 })
  direction: CdrLeg['direction'];

  @Column({ type: 'datetime', precision: 3 })
  startedAt: Date;

  @Column({ type: 'datetime', precision: 3 })
  endedAt: Date;

  /** Both parties' (platform/encryption/sealed-numbers); null once they are forgotten. */
  @Column({ type: 'varbinary', length: 800, nullable: true })
  numbersSealed: Buffer | null;

  /** The rest of what the product reads of a CDR, decoded (telephony/cdr). */
  @Column({ type: 'json' })
  facts: LegFacts;
}
