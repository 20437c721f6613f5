import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import type { Page, PageRequest } from '../../platform/http/page';
import { CallbackNumbers } from '../callbacks/domain/callback-numbers';
import { CallNumbers } from '../calls/domain/call-numbers';
import { CustomerErasure } from '../customers/domain/customer-erasure';
import { NoticeTexts } from '../notices/domain/notice-texts';
import { RecordingArchive } from '../recordings/domain/recording-archive';
import { UsageNumbers } from '../usage/domain/usage-numbers';
import { VoicemailNumbers } from '../voicemails/domain/voicemail-numbers';
import type { Erasure } from './erasure.entity';
import { ErasuresRepository } from './erasures.repository';

type Report = Omit<Erasure, 'tenantId'>;

/** Forgets one person who asks for it. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly erasures: ErasuresRepository,
    private readonly recordings: RecordingArchive,
    private readonly calls: CallNumbers,
    private readonly usage: UsageNumbers,
    private readonly customers: CustomerErasure,
    private readonly callbacks: CallbackNumbers,
    private readonly voicemails: VoicemailNumbers,
    private readonly notices: NoticeTexts,
    private readonly clock: Clock,
  ) {}

  page(request: PageRequest): Promise<Page<Erasure>> {
    return this.erasures.page(request);
  }

  /**
   * A call names the number for as long as anything of it is kept: by it the rest is found when the same is asked again, also
   * where it was cut short.
   */
  async erase(number: string): Promise<Report> {
    const report: Report = {
      id: newId('erasure'), createdAt: this.clock.now(), calls: 0, callsKept: 0, legs: 0, usageRecords: 0, usageKept: 0,
      recordingsDeleted: 0, recordingsHeld: 0, customers: await this.customers.eraseWith(number), callbacks: await this.callbacks.forget(number),
      voicemails: 0, notices: await this.notices.forget(number),
    };
    const { voicemails, recordingsDeleted } = await this.voicemails.forget(number);
    report.voicemails = voicemails;
    report.recordingsDeleted = recordingsDeleted;
    for (const call of await this.calls.callsWith(number)) {
      const { deleted, held } = await this.recordings.deleteOfCall(call.id);
      const { forgotten, kept } = await this.usage.forgetOfCall(call.id);
      report.recordingsDeleted += deleted;
      report.recordingsHeld += held;
      report.usageRecords += forgotten;
      report.usageKept += kept;
      if (held + kept > 0) report.callsKept += 1;
      else {
        report.legs += await this.calls.forgetCall(call);
        report.calls += 1;
      }
    }
    await this.erasures.insert(report);
    return report;
  }
}
