import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { WebhookDeliveriesService } from './webhook-deliveries.service';
import {
  ChangeWebhookEndpointDto,
  CreatedWebhookEndpointDto,
  CreateWebhookEndpointDto,
  WebhookDeliveryDto,
  WebhookEndpointDto,
  WebhookSecretDto,
} from './webhooks.dto';
import { WebhooksService } from './webhooks.service';

@ApiTags('Webhooks')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  @Get()
  @Operation({ summary: 'List webhook endpoints', permission: 'webhooks:read', answer: WebhookEndpointDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.webhooks.list(request);
  }

  @Post()
  @Operation({ summary: 'Create a webhook endpoint', permission: 'webhooks:write', answer: CreatedWebhookEndpointDto, status: 201 })
  create(@Body() body: CreateWebhookEndpointDto) {
    return this.webhooks.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a webhook endpoint', permission: 'webhooks:read', id: 'webhookEndpoint', answer: WebhookEndpointDto })
  get(@Param('id') id: string) {
    return this.webhooks.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Change a webhook endpoint',
    permission: 'webhooks:write',
    id: 'webhookEndpoint',
    answer: WebhookEndpointDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeWebhookEndpointDto) {
    return this.webhooks.change(id, version, body);
  }

  @Delete(':id')
  @Operation({ summary: 'Remove a webhook endpoint', permission: 'webhooks:write', id: 'webhookEndpoint', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.webhooks.remove(id, version);
  }

  @Post(':id/secret')
  @Operation({
    summary: 'Replace the secret of a webhook endpoint',
    description: 'For a day what is sent is signed by both.',
    permission: 'webhooks:write',
    id: 'webhookEndpoint',
    answer: WebhookSecretDto,
    status: 201,
  })
  renewSecret(@Param('id') id: string) {
    return this.webhooks.renewSecret(id);
  }

  @Get(':id/deliveries')
  @Operation({
    summary: 'List what a webhook endpoint was told',
    permission: 'webhooks:read',
    id: 'webhookEndpoint',
    answer: WebhookDeliveryDto,
    shape: 'page',
  })
  told(@Param('id') id: string, @Query() request: PageRequest) {
    return this.deliveries.list(id, request);
  }
}
