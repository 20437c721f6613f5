import { PartialType, PickType } from '@nestjs/swagger';
import { BooleanField, ChoiceField, DocumentField, IdField, IntegerField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { WEBHOOK_EVENTS, type WebhookEvent } from './domain/webhook-events';
import { DELIVERY_STATUSES } from './webhook-delivery.entity';

const EVENT = new RegExp(`^(${WEBHOOK_EVENTS.map((event) => event.replace('.', '\\.')).join('|')})$`);

export class WebhookEndpointDto {
  @IdField('webhookEndpoint')
  id: string;

  @TextField({ max: 500, example: 'https://crm.example.com/hooks', description: 'https, at a public address.' })
  url: string;

  @TextListField({
    max: 40,
    maxItems: WEBHOOK_EVENTS.length,
    pattern: EVENT,
    patternRule: `must be one of ${WEBHOOK_EVENTS.join(', ')}`,
    example: ['call.ended'],
    description: `Of ${WEBHOOK_EVENTS.join(', ')}.`,
  })
  events: WebhookEvent[];

  @BooleanField({ description: 'Only an active endpoint is told anything.' })
  active: boolean;

  @TextField({ nullable: true, example: null, description: 'Why it was disabled by itself.' })
  notice: string | null;

  @TimeField({ nullable: true, example: null, description: 'Since when every attempt failed.' })
  failingSince: Date | null;

  @TimeField()
  createdAt: Date;
}

export class CreateWebhookEndpointDto extends PickType(WebhookEndpointDto, ['url', 'events'] as const) {}

export class ChangeWebhookEndpointDto extends PartialType(PickType(WebhookEndpointDto, ['url', 'events', 'active'] as const), {
  skipNullProperties: false,
}) {}

const SECRET = {
  pattern: /^whsec_[A-Za-z0-9+/]{43}=$/,
  example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazdIVNO4zhc=',
  description: 'Shown here and never again. Signatures are those of https://www.standardwebhooks.com.',
};

export class CreatedWebhookEndpointDto extends WebhookEndpointDto {
  @TextField(SECRET)
  secret: string;
}

export class WebhookSecretDto {
  @TextField(SECRET)
  secret: string;

  @TimeField({ description: 'Until then what is sent is signed by the one before, too.' })
  formerUntil: Date;
}

export class WebhookDeliveryDto {
  @IdField('webhookDelivery')
  id: string;

  @IdField('webhookEndpoint')
  endpointId: string;

  @ChoiceField(WEBHOOK_EVENTS, { example: 'call.ended' })
  event: string;

  @ChoiceField(DELIVERY_STATUSES, { example: 'delivered' })
  status: string;

  @IntegerField({ example: 1 })
  attempts: number;

  @TimeField({ nullable: true, example: null, description: 'When it is sent next.' })
  dueAt: Date | null;

  @IntegerField({ nullable: true, example: 204, description: 'What the endpoint answered last.' })
  answerStatus: number | null;

  @TextField({ nullable: true, example: null, description: 'Why the last attempt failed.' })
  problem: string | null;

  @TimeField({ nullable: true })
  deliveredAt: Date | null;

  @TimeField()
  createdAt: Date;

  @DocumentField({ max: 100_000, example: '{"type":"call.ended"}', description: 'As it is sent.' })
  body: string;
}
