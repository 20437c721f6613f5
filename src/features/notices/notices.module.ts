import { Module } from '@nestjs/common';
import { CallsModule } from '../calls/calls.module';
import { NoticeViews } from './notice-views.service';
import { NoticesBookModule } from './notices-book.module';
import { NoticesController } from './notices.controller';

/** Notices over the API. */
@Module({ imports: [CallsModule, NoticesBookModule], controllers: [NoticesController], providers: [NoticeViews] })
export class NoticesModule {}
