import { PickType } from '@nestjs/swagger';
import { TENANT_ROLES, type TenantRole } from '../../platform/auth/permissions';
import { ChoiceField, IdField, TextField, TimeField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';

export class ApiKeyDto {
  @IdField('apiKey')
  id: string;

  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'CRM' })
  name: string;

  @ChoiceField(TENANT_ROLES, { example: 'viewer', description: 'The key may do what a user of this role may.' })
  role: TenantRole;

  @TimeField({ nullable: true, example: '2027-11-01T08:00:00.000Z' })
  expiresAt: Date | null;

  @TimeField({ nullable: true, description: 'To the minute.' })
  lastUsedAt: Date | null;

  @TimeField({ nullable: true, example: null })
  revokedAt: Date | null;

  @TimeField()
  createdAt: Date;
}

export class CreateApiKeyDto extends PickType(ApiKeyDto, ['name', 'role'] as const) {
  @TimeField({ optional: true, example: '2027-11-01T08:00:00.000Z', description: 'Left out, it never expires.' })
  expiresAt?: string;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @TextField({
    pattern: /^sk_[A-Za-z0-9_-]{32}$/,
    example: 'sk_Zt9mYvC3n8Wq5RfL2xKpUeHsJdBgTa7N',
    description: 'Shown here and never again. Send it as Authorization: Bearer sk_…',
  })
  secret: string;
}
