import { Injectable } from '@nestjs/common';
import { PasswordHolders } from '../../platform/auth/password-holders';
import { Config } from '../../platform/config/config';
import type { Mail } from '../../platform/mail/mailer';
import type { Locale } from '../tenants/domain/tenant-spec';
import { TenantsReader } from '../tenants/tenants.reader';
import { UsersReader } from '../users/users.reader';
import { passwordResetMail } from './domain/password-reset-mail';
import { VALID_MS } from './password-resets.service';

/** Who may be mailed a token, and what the mail says. */
@Injectable()
export class PasswordResetLetters {
  constructor(
    private readonly users: UsersReader,
    private readonly holders: PasswordHolders,
    private readonly tenants: TenantsReader,
    private readonly config: Config,
  ) {}

  /** @returns null for whoever has no password to forget: he signs in by the identity provider, or not yet at all */
  async personOf(email: string): Promise<string | null> {
    const user = await this.users.byEmail(email);
    const held = user?.active ? await this.holders.of('user').read(user.id) : null;
    return user && held?.kept.passwordHash ? user.id : null;
  }

  /** The token stands behind the #: browsers send that to nobody. */
  async write(to: string, token: string): Promise<Mail> {
    const { name, locale } = await this.tenants.current();
    const link = `${this.config.PASSWORD_RESET_URL}#${token}`;
    return { to, ...passwordResetMail(locale as Locale, { company: name, link, minutes: VALID_MS / 60_000 }) };
  }
}
