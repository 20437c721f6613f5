import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { User } from './user.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class UsersReader {
  constructor(private readonly database: TenantDatabase) {}

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(User).count({ id })) === 1;
  }

  async idsByEmail(): Promise<Map<string, string>> {
    const users = await this.database.table(User).find();
    return new Map(users.map(({ email, id }) => [email, id]));
  }
}
