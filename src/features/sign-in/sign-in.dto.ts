import { ChoiceField, EmailField, IntegerField, SecretField, TextField } from '../../platform/http/fields';
import { STAFF_ROLES, TENANT_ROLES } from '../../platform/auth/permissions';

export class SignInDto {
  @TextField({
    optional: true,
    max: 31,
    example: 'pharma',
    description: "The tenant's short name; left out by the provider's people.",
  })
  tenant?: string;

  @EmailField({ example: 'admin@pharma.seatline.test' })
  email: string;

  @SecretField({ example: 'correct horse battery staple' })
  password: string;
}

export class TokenDto {
  @TextField({
    max: 2000,
    example: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
    description: 'Send it as Authorization: Bearer …',
  })
  accessToken: string;

  @ChoiceField(['Bearer'])
  tokenType: string;

  @IntegerField({ description: 'Seconds until it ends.', example: 3600 })
  expiresIn: number;
}

export class MeDto {
  @ChoiceField(['user', 'staff', 'api_key'])
  kind: string;

  @TextField({ example: 'usr_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  id: string;

  @TextField({ nullable: true, example: 'ten_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  tenantId: string | null;

  @ChoiceField([...STAFF_ROLES, ...TENANT_ROLES])
  role: string;
}
