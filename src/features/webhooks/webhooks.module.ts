import { Module } from '@nestjs/common';
import { WebhookAnnouncements } from './webhook-announcements';
import { WebhookAttempt } from './webhook-attempt';
import { WebhookDeliveriesController } from './webhook-deliveries.controller';
import { WebhookDeliveriesService } from './webhook-deliveries.service';
import { WebhookEndpointsController } from './webhook-endpoints.controller';
import { WebhookSecrets } from './webhook-secrets';
import { WebhooksRepository } from './webhooks.repository';
import { WebhooksService } from './webhooks.service';

@Module({
  controllers: [WebhookEndpointsController, WebhookDeliveriesController],
  providers: [WebhookAnnouncements, WebhookAttempt, WebhookDeliveriesService, WebhookSecrets, WebhooksRepository, WebhooksService],
  exports: [WebhookAttempt],
})
export class WebhooksModule {}
