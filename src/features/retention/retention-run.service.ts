import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { Log } from '../../platform/logging/log';
import { CallbackNumbers } from '../callbacks/domain/callback-numbers';
import { CallNumbers } from '../calls/domain/call-numbers';
import { NoticeTexts } from '../notices/domain/notice-texts';
import { RecordingArchive } from '../recordings/domain/recording-archive';
import { UsageNumbers } from '../usage/domain/usage-numbers';
import { VoicemailNumbers } from '../voicemails/domain/voicemail-numbers';
import { keptSince } from './domain/retention-terms';
import { RetentionPolicyService } from './retention-policy.service';
import type { RetentionRun } from './retention-run.entity';
import { RetentionRepository } from './retention.repository';

type Report = Omit<RetentionRun, 'tenantId'>;

/** Lets go, for one tenant, of what its policy no longer keeps, and reports it. Done again it finds nothing more to do. */
@Injectable()
export class RetentionRunService {
  constructor(
    private readonly policy: RetentionPolicyService,
    private readonly retention: RetentionRepository,
    private readonly recordings: RecordingArchive,
    private readonly calls: CallNumbers,
    private readonly usage: UsageNumbers,
    private readonly callbacks: CallbackNumbers,
    private readonly voicemails: VoicemailNumbers,
    private readonly notices: NoticeTexts,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<Report> {
    const now = this.clock.now();
    const { recordingDays, numberDays } = await this.policy.get();
    const report: Report = {
      id: newId('retentionRun'), createdAt: now, endedAt: null, recordingDays, numberDays, recordingsDeleted: 0,
      recordingsHeld: 0, callsBlanked: 0, legsBlanked: 0, usageBlanked: 0, failures: 0, problem: null,
    };
    await this.retention.insertRun(report);
    const numbersBefore = keptSince(now, numberDays);
    await this.step(report, () => this.deleteRecordings(report, keptSince(now, recordingDays)));
    // one trouble must not keep the other data here for longer
    await this.step(report, async () => void (report.callsBlanked = await this.calls.forgetCalls(numbersBefore)));
    await this.step(report, async () => void (await this.callbacks.forgetBefore(numbersBefore)));
    await this.step(report, () => this.voicemails.forgetBefore(numbersBefore));
    await this.step(report, () => this.notices.forgetBefore(numbersBefore));
    await this.step(report, async () => void (report.legsBlanked = await this.calls.forgetLegs(numbersBefore)));
    await this.step(report, async () => void (report.usageBlanked = await this.usage.forget(numbersBefore)));
    report.endedAt = this.clock.now();
    await this.retention.saveRun(report);
    return report;
  }

  private async deleteRecordings(report: Report, before: Date): Promise<void> {
    report.recordingsHeld = await this.recordings.held(before);
    for await (const id of this.recordings.due(before)) {
      await this.step(report, async () => {
        await this.recordings.delete(id);
        report.recordingsDeleted += 1;
      });
    }
  }

  private async step(report: Report, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      report.failures += 1;
      report.problem = (error as Error).message.slice(0, 500);
      this.log.error({ err: error }, 'personal data could not be deleted in time, will try again tomorrow');
    }
  }
}
