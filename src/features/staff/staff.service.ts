import { Injectable } from '@nestjs/common';
import { NO_PASSWORD } from '../../platform/auth/kept-password';
import { hashPassword } from '../../platform/auth/passwords';
import type { StaffRole } from '../../platform/auth/permissions';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import type { Page, PageRequest } from '../../platform/http/page';
import type { Staff } from './staff.entity';
import { StaffRepository } from './staff.repository';

@Injectable()
export class StaffService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<Staff>> {
    return this.staff.page(request);
  }

  /**
   * Makes sure that somebody of that address can sign in with that role; for the scripts that set an installation up.
   * Whoever has a password already keeps it.
   */
  async ensure(email: string, name: string, role: StaffRole, password: string): Promise<void> {
    const address = email.toLowerCase();
    const known = await this.staff.findByEmail(address);
    const createdAt = this.clock.now();
    const kept = known?.passwordHash ? {} : { ...NO_PASSWORD, passwordHash: await hashPassword(password), passwordSetAt: createdAt };
    if (known) return this.staff.update(known.id, { name, role, active: true, ...kept });
    await this.staff.insert({ ...NO_PASSWORD, id: newId('staff'), email: address, name, role, active: true, createdAt, ...kept });
  }
}
