import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config';
import { Log } from '../logging/log';
import { Mailer } from './mailer';
import { NoMailer } from './no-mailer';
import { SmtpMailer } from './smtp-mailer';

function mailerOf({ SMTP_URL, MAIL_FROM = '' }: Config, log: Log): Mailer {
  return SMTP_URL === undefined ? new NoMailer(log) : new SmtpMailer(SMTP_URL, MAIL_FROM, log);
}

@Global()
@Module({ providers: [{ provide: Mailer, useFactory: mailerOf, inject: [Config, Log] }], exports: [Mailer] })
export class MailModule {}
