import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Log } from '../logging/log';
import { type Mail, Mailer } from './mailer';

/** Where there is no mail server. What a mail says stays out of the log: it may be a credential. */
export class NoMailer extends Mailer implements OnApplicationBootstrap {
  override readonly isThere = false;

  constructor(private readonly log: Log) {
    super();
  }

  onApplicationBootstrap(): void {
    this.log.warn({}, 'no mails are sent: SMTP_URL is not set');
  }

  override async send({ subject }: Mail): Promise<boolean> {
    this.log.warn({ subject }, 'a mail was not sent: SMTP_URL is not set');
    return false;
  }
}
