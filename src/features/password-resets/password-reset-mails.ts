import { Injectable, type OnModuleInit } from '@nestjs/common';
import { digestOf, newSecret } from '../../platform/auth/random-secret';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { EventHandlers } from '../../platform/events/event-handlers';
import type { EventMap } from '../../platform/events/events';
import { Mailer } from '../../platform/mail/mailer';
import { PasswordResetLetters } from './password-reset-letters';
import './password-resets.events';
import { PasswordResetsRepository } from './password-resets.repository';
import { VALID_MS } from './password-resets.service';

type Asked = EventMap['password_reset.asked'];

const HOUR_MS = 3_600_000;
/** Mails to one person in an hour, whoever asks for them. */
const MOST_AN_HOUR = 3;

/** Mails tokens. Each attempt makes a new one, so that no token is ever kept but in the mail. */
@Injectable()
export class PasswordResetMails implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly resets: PasswordResetsRepository,
    private readonly letters: PasswordResetLetters,
    private readonly database: TenantDatabase,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('password_reset.asked', 'mail-token', (asked) => this.mail(asked));
  }

  /** Whoever waited for longer than a token is good for has asked anew, or has given up. */
  private async mail(asked: Asked): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - asked.at > VALID_MS) return;
    const personId = await this.letters.personOf(asked.email);
    if (personId === null) return;
    const token = newSecret();
    if (!(await this.database.transaction(() => this.prepare(asked, personId, token, now)))) return;
    await this.mailer.send(await this.letters.write(asked.email, token));
    await this.resets.update(asked.id, { sentAt: this.clock.now() });
  }

  /** @returns false where there is nothing to send: it was sent, or too many were. */
  private async prepare({ id, address }: Asked, personId: string, token: string, now: Date): Promise<boolean> {
    const fresh = { tokenHash: digestOf(token), expiresAt: new Date(now.getTime() + VALID_MS) };
    const known = await this.resets.find(id);
    if (known?.sentAt) return false;
    if (known) await this.resets.update(id, fresh);
    else {
      if ((await this.resets.countSince(personId, new Date(now.getTime() - HOUR_MS))) >= MOST_AN_HOUR) return false;
      await this.resets.insert({ id, personId, ...fresh, address, sentAt: null, usedAt: null, createdAt: now });
    }
    return true;
  }
}
