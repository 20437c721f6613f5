import { OmitType } from '@nestjs/swagger';
import { BooleanField, SecretField, TextField, TextListField, TimeField } from '../../platform/http/fields';

const DOMAIN = /^[a-z0-9]([a-z0-9-]{0,62})(\.[a-z0-9]([a-z0-9-]{0,62}))+$/;

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
    description: 'It is believed about e-mail addresses of these domains alone. Users must exist already.',
  })
  emailDomains: string[];

  @TimeField()
  createdAt: Date;
}

export class SetIdentityProviderDto extends OmitType(IdentityProviderDto, ['createdAt'] as const) {
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
