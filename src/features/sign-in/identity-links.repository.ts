import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { IdentityLink } from './identity-link.entity';

/** The only place that writes links between users and subjects of identity providers. */
@Injectable()
export class IdentityLinksRepository {
  constructor(private readonly database: TenantDatabase) {}

  ofSubject({ issuer, subject }: Pick<IdentityLink, 'issuer' | 'subject'>): Promise<IdentityLink | null> {
    return this.database.table(IdentityLink).findOne({ issuer, subject });
  }

  ofPerson(issuer: string, personId: string): Promise<IdentityLink | null> {
    return this.database.table(IdentityLink).findOne({ issuer, personId });
  }

  insert(link: Omit<IdentityLink, 'tenantId'>): Promise<void> {
    return this.database.table(IdentityLink).insert(link);
  }

  /** @returns how many there were. */
  removeOf(personId: string): Promise<number> {
    return this.database.table(IdentityLink).remove({ personId });
  }
}
