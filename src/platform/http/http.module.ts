import { Module } from '@nestjs/common';
import { LastAnswers } from './last-answers';

/** What the HTTP boundary (http-app.ts) takes from the container. */
@Module({ providers: [LastAnswers] })
export class HttpModule {}
