import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KeptPassword } from '../../platform/auth/kept-password';
import { type HeldPassword, type PasswordHolder, PasswordHolders } from '../../platform/auth/password-holders';
import { telltaleWords } from '../../platform/auth/password-rules';
import { StaffRepository } from './staff.repository';

/** The passwords of the provider's people. */
@Injectable()
export class StaffPasswords implements PasswordHolder, OnModuleInit {
  constructor(
    private readonly holders: PasswordHolders,
    private readonly staff: StaffRepository,
  ) {}

  onModuleInit(): void {
    this.holders.add('staff', this);
  }

  async read(id: string): Promise<HeldPassword | null> {
    const person = await this.staff.find(id);
    return person && { kept: person, words: telltaleWords(person.email) };
  }

  write(id: string, kept: KeptPassword): Promise<void> {
    return this.staff.update(id, kept);
  }
}
