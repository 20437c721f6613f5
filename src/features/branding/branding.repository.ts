import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Branding } from './branding.entity';

type Look = Pick<Branding, 'colour' | 'logo'>;

/** The only place that writes branding: one row a tenant. */
@Injectable()
export class BrandingRepository {
  constructor(private readonly database: TenantDatabase) {}

  find(): Promise<Branding | null> {
    return this.database.table(Branding).findOne({});
  }

  insert(look: Look, createdAt: Date): Promise<void> {
    return this.database.table(Branding).insert({ ...look, id: newId('branding'), version: 1, createdAt });
  }

  /** @returns false when the row is no longer at that version. */
  async save(version: number, look: Look): Promise<boolean> {
    return (await this.database.table(Branding).update({ version }, { ...look, version: version + 1 })) === 1;
  }
}
