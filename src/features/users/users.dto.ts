import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import { TENANT_ROLES, type TenantRole } from '../../platform/auth/permissions';
import { BooleanField, ChoiceField, IdField, SecretField, TextField, TimeField } from '../../platform/http/fields';
import { EMAIL, FREE_TEXT } from '../tenants/domain/text-rules';

/** NIST SP 800-63B-4 asks for 15 without and 8 with a second factor; between them, long enough for a phrase. */
const SHORTEST_PASSWORD = 12;
const EXAMPLE_PASSWORD = 'correct horse battery staple';

export class UserDto {
  @IdField('user')
  id: string;

  @TextField({
    max: 190,
    pattern: EMAIL.pattern,
    patternRule: EMAIL.rule,
    example: 'supervisor@pharma.seatline.test',
    description: 'Unique within the tenant; kept in lower case.',
  })
  email: string;

  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Supervisor' })
  name: string;

  @ChoiceField(TENANT_ROLES, { example: 'supervisor' })
  role: TenantRole;

  @BooleanField({ description: 'An inactive user cannot sign in, and is signed out at once.' })
  active: boolean;

  @TimeField()
  createdAt: Date;
}

export class CreateUserDto extends PickType(UserDto, ['email', 'name', 'role'] as const) {
  @SecretField({
    optional: true,
    min: SHORTEST_PASSWORD,
    example: EXAMPLE_PASSWORD,
    description: 'Left out, the user cannot sign in until one is set.',
  })
  password?: string;
}

export class ChangeUserDto extends PartialType(OmitType(UserDto, ['id', 'email', 'createdAt'] as const), {
  skipNullProperties: false,
}) {}

export class SetPasswordDto {
  @SecretField({ min: SHORTEST_PASSWORD, example: EXAMPLE_PASSWORD })
  password: string;
}

export class ChangeOwnPasswordDto extends SetPasswordDto {
  @SecretField({ example: 'the password until now' })
  oldPassword: string;
}
