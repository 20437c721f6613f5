import { Module } from '@nestjs/common';
import { SurveyBook } from './domain/survey-book';
import { SurveysReader } from './surveys.reader';
import { SurveysRepository } from './surveys.repository';

/** What callers answer when they are asked after their calls. */
@Module({ providers: [SurveysReader, { provide: SurveyBook, useClass: SurveysRepository }], exports: [SurveysReader, SurveyBook] })
export class SurveysModule {}
