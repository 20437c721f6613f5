import { Module } from '@nestjs/common';
import { SurveysReader } from './surveys.reader';
import { SurveysRepository } from './surveys.repository';

/** What callers answer when they are asked after their calls. */
@Module({ providers: [SurveysReader, SurveysRepository], exports: [SurveysReader, SurveysRepository] })
export class SurveysModule {}
