import { Column, PrimaryColumn } from 'typeorm';

/** Ids are short ASCII; a binary collation compares them exactly and fast. */
export const ID_COLUMN = { type: 'char', length: 30, charset: 'ascii', collation: 'ascii_bin' } as const;

/** A row that belongs to one tenant: its key begins with the tenant, and so does every foreign key to it. */
export abstract class TenantOwned {
  @PrimaryColumn(ID_COLUMN)
  tenantId: string;

  @PrimaryColumn(ID_COLUMN)
  id: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;
}

/** A tenant's configuration: versioned for ETag and If-Match. */
export abstract class TenantConfiguration extends TenantOwned {
  @Column({ type: 'int', unsigned: true })
  version: number;
}

/** Configuration that is leased by the day: when its lease ends the row stays, for the bills. */
export abstract class TenantLeased extends TenantConfiguration {
  @Column({ type: 'datetime', precision: 3 })
  leasedFrom: Date;

  /** Null while the lease runs. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  leasedUntil: Date | null;
}
