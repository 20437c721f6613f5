import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { WebhookDeliveriesService } from './webhook-deliveries.service';
import { WebhookDeliveryDto } from './webhooks.dto';

@ApiTags('Webhooks')
@Controller('v1/webhook-deliveries')
export class WebhookDeliveriesController {
  constructor(private readonly deliveries: WebhookDeliveriesService) {}

  @Post(':id/redeliver')
  @Operation({ summary: 'Deliver once more', permission: 'webhooks:write', id: 'webhookDelivery', answer: WebhookDeliveryDto, status: 202 })
  redeliver(@Param('id') id: string) {
    return this.deliveries.redeliver(id);
  }
}
