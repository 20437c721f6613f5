import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** What was promised to a tenant, from a day on; never edited. */
@Audited()
@Entity('contracts')
export class Contract extends TenantOwned {
  /** First day, YYYY-MM-DD in the tenant's zone. */
  @Column({ type: 'char', length: 10 })
  validFrom: string;

  /** A to F, see domain/service-level.ts. */
  @Column({ type: 'char', length: 1 })
  formula: string;

  /** T, in seconds. */
  @Column({ type: 'int', unsigned: true })
  answerSeconds: number;

  /** s: abandons up to so many seconds are short. */
  @Column({ type: 'int', unsigned: true })
  shortAbandonSeconds: number;

  /** Promised percentage. */
  @Column({ type: 'int', unsigned: true })
  target: number;

  /** What is charged by it, as its file wrote it: domain/read-contract.ts. */
  @Column({ type: 'json' })
  terms: object;
}
