import { createTransport } from 'nodemailer';
import type { Log } from '../logging/log';
import { type Mail, Mailer } from './mailer';

const TIMEOUT_MS = 10_000;
/** On this machine nobody listens in; anywhere else the credentials in a mail are worth an encryption. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Hands mails to the operator's mail server, one connection each: they are few. */
export class SmtpMailer extends Mailer {
  override readonly isThere = true;
  private readonly transport: ReturnType<typeof createTransport>;

  constructor(
    url: string,
    private readonly from: string,
    private readonly log: Log,
  ) {
    super();
    this.transport = createTransport({
      url,
      requireTLS: !LOOPBACK.test(new URL(url).hostname),
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    });
  }

  override async send(mail: Mail): Promise<boolean> {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    try {
      await this.transport.sendMail({ ...mail, from: this.from, headers, disableFileAccess: true, disableUrlAccess: true });
      return true;
    } catch (error) {
      if (!isFinal(error)) throw error;
      this.log.warn({ err: error }, 'the mail server refuses a mail for good');
      return false;
    }
  }
}

/** RFC 5321, 4.2.1: a reply of 5yz will not be another one tomorrow. */
function isFinal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500;
}
