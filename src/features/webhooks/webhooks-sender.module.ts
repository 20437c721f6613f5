import { Module } from '@nestjs/common';
import { WebhookDeliveriesSchedule } from './webhook-deliveries.schedule';
import { WebhookSender } from './webhook-sender';
import { WebhooksModule } from './webhooks.module';

/** For the worker alone. */
@Module({ imports: [WebhooksModule], providers: [WebhookDeliveriesSchedule, WebhookSender] })
export class WebhooksSenderModule {}
