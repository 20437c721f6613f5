import { OmitType, PartialType } from '@nestjs/swagger';
import { TENANT_ROLES, type TenantRole } from '../../platform/auth/permissions';
import { IntegerField, TextField, TextListField } from '../../platform/http/fields';

const ROLE = new RegExp(`^(${TENANT_ROLES.join('|')})$`);

export class SignInPolicyDto {
  @IntegerField({
    nullable: true,
    min: 1,
    max: 3650,
    example: null,
    description: 'After so many days a password is good for choosing another one only. Null: it lasts, which is safer.',
  })
  passwordMaxAgeDays: number | null;

  @TextListField({
    pattern: ROLE,
    patternRule: `must be one of ${TENANT_ROLES.join(', ')}`,
    maxItems: TENANT_ROLES.length,
    example: ['supervisor'],
    description: 'Users of these roles must have a second factor; without one they can enrol it, and nothing else.',
  })
  secondFactorRoles: TenantRole[];

  @TextField({
    max: 500,
    example: 'https://seatline.example/sign-in/oidc',
    description: 'The redirect URI to register with an identity provider. The installation sets it.',
  })
  oidcRedirectUrl: string;
}

class OwnSignInPolicyDto extends OmitType(SignInPolicyDto, ['oidcRedirectUrl'] as const) {}

export class ChangeSignInPolicyDto extends PartialType(OwnSignInPolicyDto, { skipNullProperties: false }) {}
