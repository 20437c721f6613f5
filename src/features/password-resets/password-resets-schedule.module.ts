import { Module } from '@nestjs/common';
import { PasswordResetsSchedule } from './password-resets.schedule';

/** The worker's part. */
@Module({ providers: [PasswordResetsSchedule] })
export class PasswordResetsScheduleModule {}
