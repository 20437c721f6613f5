import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { SurveyAnswer } from './survey-answer.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class SurveysReader {
  constructor(private readonly database: TenantDatabase) {}

  /** In the order in which they were given. */
  async ofCall(callUuid: string): Promise<{ question: string; score: number }[]> {
    const answers = await this.database.table(SurveyAnswer).find({ callUuid }, { createdAt: 'ASC', id: 'ASC' });
    return answers.map(({ question, score }) => ({ question, score }));
  }
}
