import { PickType } from '@nestjs/swagger';
import { type Permission, PERMISSIONS, TENANT_ROLES, type TenantRole } from '../../platform/auth/permissions';
import { ChoiceField, IdField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';

const PERMISSION = new RegExp(`^(${PERMISSIONS.join('|')})$`);

export class ApiKeyDto {
  @IdField('apiKey')
  id: string;

  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'CRM' })
  name: string;

  @ChoiceField(TENANT_ROLES, { example: 'viewer', description: 'The key may do what a user of this role may.' })
  role: TenantRole;

  @TextListField({
    nullable: true,
    pattern: PERMISSION,
    patternRule: 'must be permissions, such as calls:read',
    maxItems: PERMISSIONS.length,
    example: ['calls:read', 'queues:read'],
    description: "Permissions of the role to which the key is confined. Null: all of the role's, also those it gets later.",
  })
  scopes: Permission[] | null;

  @IdField('accessGrant', { nullable: true, description: "Made by the provider's people: it ends with this access of theirs." })
  accessGrantId: string | null;

  @TimeField({ nullable: true, example: '2027-11-01T08:00:00.000Z' })
  expiresAt: Date | null;

  @TimeField({ nullable: true, example: null, description: 'Until when the secret before the last one is good as well.' })
  formerUntil: Date | null;

  @TimeField({ nullable: true, description: 'To the minute.' })
  lastUsedAt: Date | null;

  @TimeField({ nullable: true, example: null })
  revokedAt: Date | null;

  @TimeField()
  createdAt: Date;
}

export class CreateApiKeyDto extends PickType(ApiKeyDto, ['name', 'role'] as const) {
  @TimeField({ optional: true, example: '2027-11-01T08:00:00.000Z', description: "Left out, it never expires; one that the provider's people make ends with their access." })
  expiresAt?: string;

  @TextListField({
    optional: true,
    nullable: true,
    pattern: PERMISSION,
    patternRule: 'must be permissions, such as calls:read',
    maxItems: PERMISSIONS.length,
    example: ['calls:read', 'queues:read'],
    description: 'No more than the role may, and than you may yourself. Left out, all that the role may.',
  })
  scopes?: Permission[] | null;
}

export class RotateApiKeyDto {
  @TimeField({
    optional: true,
    example: '2026-11-02T08:00:00.000Z',
    description: 'Until when the secret in use is good as well: at most 7 days on; left out, one day. A time that is over ends it at once.',
  })
  formerUntil?: string;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @TextField({
    pattern: /^sk_[A-Za-z0-9_-]{32}$/,
    example: 'sk_Zt9mYvC3n8Wq5RfL2xKpUeHsJdBgTa7N',
    description: 'Shown here and never again. Send it as Authorization: Bearer sk_…',
  })
  secret: string;
}
