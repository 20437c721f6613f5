import { Module } from '@nestjs/common';
import { NoticeAttempt } from './notice-attempt';
import { NoticeSender } from './notice-sender';
import { NoticesBookModule } from './notices-book.module';

/** For the worker alone. */
@Module({ imports: [NoticesBookModule], providers: [NoticeAttempt, NoticeSender] })
export class NoticesSenderModule {}
