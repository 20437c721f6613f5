import { Module } from '@nestjs/common';
import { WebhookSender } from './webhook-sender';
import { WebhooksModule } from './webhooks.module';

/** For the worker alone. */
@Module({ imports: [WebhooksModule], providers: [WebhookSender] })
export class WebhooksSenderModule {}
