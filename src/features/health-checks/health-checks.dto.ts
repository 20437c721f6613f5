import { ChoiceField, DataField, ListField, TextField, TimeField } from '../../platform/http/fields';
import { CHECKS, CHECK_STATES } from './domain/check';

export class HealthCheckDto {
  @ChoiceField(CHECKS, { example: 'outbox' })
  id: string;

  @ChoiceField(CHECK_STATES, { example: 'good', description: '`off`: it is not set up, or cannot be seen from here.' })
  state: string;

  @DataField({ example: { waiting: 0, oldest_seconds: 0 }, description: 'What was measured.' })
  figures: Record<string, number | string>;
}

export class HealthDto {
  @TextField({ example: '0.1.0', description: 'Of the product.' })
  version: string;

  @TimeField({ description: 'Since when this api process runs.' })
  startedAt: Date;

  @TimeField()
  at: Date;

  @ListField(() => HealthCheckDto)
  checks: HealthCheckDto[];
}
