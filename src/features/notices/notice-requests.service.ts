import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { newId } from '../../platform/database/ids';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { Log } from '../../platform/logging/log';
import { Mailer } from '../../platform/mail/mailer';
import { SmsGateway } from '../../platform/sms/sms-gateway';
import { CallingPlanReader } from '../calling-plan/calling-plan.reader';
import { readCallerNumber } from '../customers/domain/caller-number';
import { LONGEST_NOTICE, LONGEST_SUBJECT, MOST_PER_CALL, type NoticeChannel } from './domain/notice';
import { NoticeBook, type NoticeRequest } from './domain/notice-book';
import { readRecipient } from './domain/recipient';
import { NoticesRepository } from './notices.repository';
import { sealContent } from './sealed-notice';

const DAY_MS = 86_400_000;

/** Takes in what scripts want sent. */
@Injectable()
export class NoticeRequests extends NoticeBook {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly plans: CallingPlanReader,
    private readonly sms: SmsGateway,
    private readonly mailer: Mailer,
    private readonly seals: FieldSeals,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  override async ask({ callUuid, callerNumber, channel, to: given, subject, text }: NoticeRequest): Promise<boolean> {
    const { destinations } = await this.plans.current();
    const to = readRecipient(channel, given, destinations);
    if (to === null || !this.canSend(channel) || !isFit(channel, text, subject) || !(await this.mayHaveOneMore(callUuid))) return false;
    const [seal, id, createdAt] = [await this.seals.toWrite(), newId('notice'), this.clock.now()];
    const caller = callerNumber === null ? null : (readCallerNumber(callerNumber) ?? callerNumber);
    await this.notices.insert({
      id, createdAt, callUuid, channel, sealed: sealContent(seal, id, { to, subject, text }),
      numberIndex: caller === null ? null : seal.index(caller), recipientIndex: seal.index(to),
      state: 'queued', attempts: 0, dueAt: createdAt, sentAt: null, problem: null,
    });
    return true;
  }

  private canSend(channel: NoticeChannel): boolean {
    return channel === 'sms' ? this.sms.isThere : this.mailer.isThere;
  }

  private async mayHaveOneMore(callUuid: string): Promise<boolean> {
    if ((await this.notices.countOfCall(callUuid)) >= MOST_PER_CALL) return false;
    const today = await this.notices.countSince(new Date(this.clock.now().getTime() - DAY_MS));
    if (today < this.config.NOTICES_PER_TENANT_PER_DAY) return true;
    this.log.warn({ most: this.config.NOTICES_PER_TENANT_PER_DAY }, 'a tenant has sent as many notices as it may in a day');
    return false;
  }
}

function isFit(channel: NoticeChannel, text: string, subject: string | null): boolean {
  return text.trim() !== '' && text.length <= LONGEST_NOTICE[channel] && (subject ?? '').length <= LONGEST_SUBJECT;
}
