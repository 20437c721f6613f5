import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** The report of one person's erasure. It does not say whose: that would undo it. */
@Audited()
@Entity('erasures')
export class Erasure extends TenantOwned {
  @Column({ type: 'int', unsigned: true })
  calls: number;

  /** Those with something that must stay for now. */
  @Column({ type: 'int', unsigned: true })
  callsKept: number;

  @Column({ type: 'int', unsigned: true })
  legs: number;

  @Column({ type: 'int', unsigned: true })
  usageRecords: number;

  /** Not billed yet: they keep the number until they are. */
  @Column({ type: 'int', unsigned: true })
  usageKept: number;

  @Column({ type: 'int', unsigned: true })
  recordingsDeleted: number;

  /** Kept as customers: one or none. */
  @Column({ type: 'int', unsigned: true })
  customers: number;

  /** Whoever was to be called back: forgotten, and no longer called. */
  @Column({ type: 'int', unsigned: true })
  callbacks: number;

  /** Messages that the person left. */
  @Column({ type: 'int', unsigned: true })
  voicemails: number;

  /** SMS and e-mails to the person, and those of the person's calls. */
  @Column({ type: 'int', unsigned: true })
  notices: number;

  /** Under a legal hold. */
  @Column({ type: 'int', unsigned: true })
  recordingsHeld: number;
}
