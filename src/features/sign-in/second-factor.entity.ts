import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ProviderOwned } from '../../platform/database/provider-owned';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** As sessions, in a table for each kind of people. */
function factorColumns<B extends abstract new (...parameters: any[]) => object>(Base: B) {
  abstract class FactorColumns extends Base {
    @Column({ type: 'char', length: 30 })
    personId: string;

    /** Sealed; it must be opened to be checked against. */
    @Column({ type: 'varchar', length: 200 })
    secret: string;

    /** Null until a first code has shown that the device has the secret; until then it asks for nothing. */
    @Column({ type: 'datetime', precision: 3, nullable: true })
    confirmedAt: Date | null;

    /** The newest step whose code was used: a code is good once. */
    @Column({ type: 'int', unsigned: true })
    lastStep: number;

    /** Of the recovery codes that are left. */
    @Column({ type: 'json' })
    recoveryHashes: string[];
  }
  return FactorColumns;
}

/** The device of a tenant's user. */
@Audited('lastStep')
@Entity('second_factors')
export class SecondFactor extends factorColumns(TenantOwned) {}

/** The device of one of the provider's people. */
@Audited('lastStep')
@Entity('staff_second_factors')
export class StaffSecondFactor extends factorColumns(ProviderOwned) {}
