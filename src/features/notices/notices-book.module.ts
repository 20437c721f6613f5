import { Module } from '@nestjs/common';
import { CallingPlanModule } from '../calling-plan/calling-plan.module';
import { NoticeBook } from './domain/notice-book';
import { NoticeTexts } from './domain/notice-texts';
import { NoticeRequests } from './notice-requests.service';
import { NoticeTextsService } from './notice-texts.service';
import { NoticesRepository } from './notices.repository';

/** What scripts have sent: for all processes. */
@Module({
  imports: [CallingPlanModule],
  providers: [NoticesRepository, { provide: NoticeBook, useClass: NoticeRequests }, { provide: NoticeTexts, useClass: NoticeTextsService }],
  exports: [NoticeBook, NoticeTexts, NoticesRepository],
})
export class NoticesBookModule {}
