import { OmitType } from '@nestjs/swagger';
import { TENANT_ROLES, type TenantRole } from '../../platform/auth/permissions';
import { BooleanField, ChoiceField, ListField, ObjectField, SecretField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import type { UserCreation } from './domain/user-creation';

const DOMAIN = /^[a-z0-9]([a-z0-9-]{0,62})(\.[a-z0-9]([a-z0-9-]{0,62}))+$/;

const CREATE_USERS = 'Users who do not exist yet are made when they first sign in. Null: they must exist already.';

class RoleOfValueDto {
  @TextField({ max: 200, example: 'call-centre-floor' })
  value: string;

  @ChoiceField(TENANT_ROLES, { example: 'supervisor' })
  role: TenantRole;
}

export class UserCreationDto implements UserCreation {
  @TextField({ max: 100, example: 'groups', description: 'The claim of the ID token, a text or a list of texts.' })
  roleClaim: string;

  @ListField(() => RoleOfValueDto, { max: 100, description: 'The first whose value the claim holds gives the role, once.' })
  roles: RoleOfValueDto[];

  @ChoiceField(TENANT_ROLES, { nullable: true, example: null, description: 'Where none fits. Null: such a person is refused.' })
  defaultRole: TenantRole | null;
}

export class IdentityProviderDto {
  @TextField({ max: 500, example: 'https://login.pharma.example', description: 'As its OpenID configuration names it.' })
  issuer: string;

  @TextField({ max: 200, example: 'seatline' })
  clientId: string;

  @TextListField({
    max: 190,
    maxItems: 50,
    pattern: DOMAIN,
    patternRule: 'must be domains in lower case, such as pharma.example',
    example: ['pharma.example'],
    description:
      'It is believed about e-mail addresses of these domains alone, and where it says email_verified. An address finds a ' +
      'user once; from then on the subject (sub) of the ID token does.',
  })
  emailDomains: string[];

  @ObjectField(() => UserCreationDto, { nullable: true, description: CREATE_USERS })
  createUsers: UserCreationDto | null;

  @TimeField()
  createdAt: Date;
}

export class SetIdentityProviderDto extends OmitType(IdentityProviderDto, ['createdAt', 'createUsers'] as const) {
  @ObjectField(() => UserCreationDto, { optional: true, nullable: true, description: CREATE_USERS })
  createUsers?: UserCreationDto | null;

  @SecretField({ example: 'a secret of the client', description: 'Kept sealed and never shown.' })
  clientSecret: string;
}

export class BeginOidcDto {
  @TextField({ max: 31, example: 'pharma', description: "The tenant's short name." })
  tenant: string;
}

const EXAMPLE_SIGN_IN = 'pUeHsJdBgTa7NZt9mYvC3n8Wq5RfL2xK';

export class BegunOidcDto {
  @TextField({ max: 4000, example: 'https://login.pharma.example/authorize?client_id=seatline', description: 'Send the browser there.' })
  authorizationUrl: string;

  @TextField({ example: EXAMPLE_SIGN_IN, description: 'To be kept by the browser: by it alone the sign-in is completed.' })
  signIn: string;
}

export class CompleteOidcDto {
  @TextField({ example: EXAMPLE_SIGN_IN })
  signIn: string;

  @TextField({
    max: 4000,
    example: 'code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj',
    description: 'What came back: the query of the address to which the browser was sent.',
  })
  query: string;

  @BooleanField({ optional: true, example: false, description: 'As in POST /v1/sign-in.' })
  cookie?: boolean;
}
