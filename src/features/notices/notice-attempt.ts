import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { Mailer } from '../../platform/mail/mailer';
import { SmsGateway } from '../../platform/sms/sms-gateway';
import { pauseAfter } from './domain/sending-again';
import type { Notice } from './notice.entity';
import { NoticesRepository } from './notices.repository';
import { openContent } from './sealed-notice';

/** A worker that has not told the end of an attempt by then has died. */
const LEASE_MS = 60_000;
const LONGEST_PROBLEM = 200;

/** How an attempt ended; `later` is to be tried again. */
type End = { is: 'sent' | 'refused' | 'forgotten' } | { is: 'later'; problem: string };

/** One attempt to send. */
@Injectable()
export class NoticeAttempt {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly sms: SmsGateway,
    private readonly mailer: Mailer,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {}

  /** Sends what the tenant that is set has had due longest. @returns whether there was something. */
  async next(): Promise<boolean> {
    const now = this.clock.now();
    const notice = await this.notices.nextDue(now);
    if (!notice) return false;
    if (!(await this.notices.claim(notice, new Date(now.getTime() + LEASE_MS)))) return true;
    const attempts = notice.attempts + 1;
    await this.settle(notice.id, attempts, await this.send(notice));
    return true;
  }

  private async send(notice: Notice): Promise<End> {
    const content = openContent(await this.seals.toRead(), notice);
    if (!content) return { is: 'forgotten' };
    const { to, subject, text } = content;
    try {
      const taken = notice.channel === 'sms' ? await this.sms.send({ to, text, reference: notice.id }) : await this.mailer.send({ to, subject: subject ?? '', text });
      return { is: taken ? 'sent' : 'refused' };
    } catch (error) {
      return { is: 'later', problem: problemOf(error as Error) };
    }
  }

  private async settle(id: string, attempts: number, end: End): Promise<void> {
    const now = this.clock.now();
    if (end.is !== 'later') return this.notices.record(id, attempts, { state: end.is, dueAt: null, sentAt: end.is === 'sent' ? now : null, problem: null });
    const pause = pauseAfter(attempts);
    const next = pause === null ? { state: 'failed' as const, dueAt: null } : { dueAt: new Date(now.getTime() + pause) };
    return this.notices.record(id, attempts, { ...next, problem: end.problem });
  }
}

/** In the other side's words, or the network's. */
function problemOf({ cause, message }: Error): string {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return (code ?? message).slice(0, LONGEST_PROBLEM);
}
