import { Module } from '@nestjs/common';
import { SessionsSchedule } from './sessions.schedule';

/** The worker's part. */
@Module({ providers: [SessionsSchedule] })
export class SessionsScheduleModule {}
