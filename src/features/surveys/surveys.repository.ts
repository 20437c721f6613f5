import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { SurveyBook } from './domain/survey-book';
import { SurveyAnswer } from './survey-answer.entity';

/** The only place that writes survey answers. */
@Injectable()
export class SurveysRepository extends SurveyBook {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** An engine that was started anew in the middle of a survey asks again. */
  override async keep(callUuid: string, question: string, score: number): Promise<void> {
    await this.database.transaction(async () => {
      const table = this.database.table(SurveyAnswer);
      if ((await table.count({ callUuid, question })) > 0) await table.update({ callUuid, question }, { score });
      else await table.insert({ id: newId('surveyAnswer'), createdAt: this.clock.now(), callUuid, question, score });
    });
  }
}
