import { PartialType } from '@nestjs/swagger';
import { BooleanField, ChoiceField, EmailField, IntegerField, SecretField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { type Permission, PERMISSIONS, STAFF_ROLES, TENANT_ROLES } from '../../platform/auth/permissions';
import { DUTIES } from '../../platform/auth/principal';
import { REFRESH_TOKEN } from './refresh-token';
import { SecondFactorCodeDto } from './second-factors.dto';

const PERMISSION = new RegExp(`^(${PERMISSIONS.join('|')})$`);
const EXAMPLE_CHALLENGE = 'pUeHsJdBgTa7NZt9mYvC3n8Wq5RfL2xK';
const EXAMPLE_REFRESH_TOKEN = 'rtu_Zt9mYvC3n8Wq5RfL2xKpUeHsJdBgTa7N.pUeHsJdBgTa7NZt9mYvC3n8Wq5RfL2xK';

/** A page asks so; a program keeps its refresh token itself. */
class ByCookieDto {
  @BooleanField({
    optional: true,
    example: false,
    description: 'The refresh token comes as a cookie that scripts cannot read, and not in the answer: for pages.',
  })
  cookie?: boolean;
}

export class SignInDto extends ByCookieDto {
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

  @IntegerField({ description: 'Seconds until it ends.', example: 600 })
  expiresIn: number;

  @TextField({
    optional: true,
    pattern: REFRESH_TOKEN,
    example: EXAMPLE_REFRESH_TOKEN,
    description: 'Good once, for the next access token. Left out where a cookie holds it.',
  })
  refreshToken?: string;

  @TimeField({ example: '2026-11-02T08:00:00.000Z', description: 'When one must sign in anew at the latest.' })
  sessionExpiresAt: Date;
}

/** Tokens, or a challenge where a second factor is asked for. */
export class SignInAnswerDto extends PartialType(TokenDto) {
  @TextField({ optional: true, example: EXAMPLE_CHALLENGE, description: 'Send it with a code to /v1/sign-in/second-factor.' })
  challenge?: string;

  @IntegerField({ optional: true, example: 300, description: 'Seconds until the challenge ends.' })
  challengeExpiresIn?: number;
}

export class SecondStepDto extends SecondFactorCodeDto {
  @TextField({ example: EXAMPLE_CHALLENGE })
  challenge: string;

  @BooleanField({ optional: true, example: false, description: 'As in the first step.' })
  cookie?: boolean;
}

export class RefreshDto extends ByCookieDto {
  @TextField({ optional: true, min: 1, example: EXAMPLE_REFRESH_TOKEN, description: 'Left out where a cookie holds it.' })
  refreshToken?: string;
}

export class MeDto {
  @ChoiceField(['user', 'staff', 'api_key'])
  kind: string;

  @TextField({ example: 'usr_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  id: string;

  @TextField({ example: 'admin@pharma.seatline.test', description: 'E-mail address, or what a key is called.' })
  name: string;

  @TextField({ nullable: true, example: 'ten_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  tenantId: string | null;

  @ChoiceField([...STAFF_ROLES, ...TENANT_ROLES])
  role: string;

  @TextField({ nullable: true, example: 'ses_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C', description: 'Null for an API key.' })
  sessionId: string | null;

  @TextField({ nullable: true, example: '1001', description: 'The agent that this user takes calls as; null for whoever takes none.' })
  agentNumber: string | null;

  @TextListField({ pattern: PERMISSION, maxItems: PERMISSIONS.length, example: ['calls:read', 'queues:read'] })
  permissions: Permission[];

  @TextListField({
    pattern: new RegExp(`^(${DUTIES.join('|')})$`),
    example: [],
    description: `What must be done before anything else: ${DUTIES.join(', ')}. Until then no permission is held.`,
  })
  duties: string[];
}
