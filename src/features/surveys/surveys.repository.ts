import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { SurveyAnswer } from './survey-answer.entity';

/** The only place that writes survey answers. */
@Injectable()
export class SurveysRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** Answered again, as after the engine was started anew in the middle of it, the last answer counts. */
  async keep(callUuid: string, question: string, score: number): Promise<void> {
    await this.database.transaction(async () => {
      const table = this.database.table(SurveyAnswer);
      if ((await table.count({ callUuid, question })) > 0) await table.update({ callUuid, question }, { score });
      else await table.insert({ id: newId('surveyAnswer'), createdAt: this.clock.now(), callUuid, question, score });
    });
  }
}
