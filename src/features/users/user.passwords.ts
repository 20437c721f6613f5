import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KeptPassword } from '../../platform/auth/kept-password';
import { type HeldPassword, type PasswordHolder, PasswordHolders } from '../../platform/auth/password-holders';
import { telltaleWords } from '../../platform/auth/password-rules';
import { TenantsReader } from '../tenants/tenants.reader';
import { UsersRepository } from './users.repository';

/** The passwords of the tenant's users. */
@Injectable()
export class UserPasswords implements PasswordHolder, OnModuleInit {
  constructor(
    private readonly holders: PasswordHolders,
    private readonly users: UsersRepository,
    private readonly tenants: TenantsReader,
  ) {}

  onModuleInit(): void {
    this.holders.add('user', this);
  }

  async read(id: string): Promise<HeldPassword | null> {
    const user = await this.users.find(id);
    return user && { kept: user, words: await this.wordsOf(user.email) };
  }

  write(id: string, kept: KeptPassword): Promise<void> {
    return this.users.setPassword(id, kept);
  }

  async wordsOf(email: string): Promise<string[]> {
    const { slug, name } = await this.tenants.current();
    return telltaleWords(email, slug, name);
  }
}
