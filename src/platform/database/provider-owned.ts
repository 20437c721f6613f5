import { Column, PrimaryColumn } from 'typeorm';
import { ID_COLUMN } from './tenant-owned';

/** A row of the provider's own. */
export abstract class ProviderOwned {
  @PrimaryColumn(ID_COLUMN)
  id: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;
}
