import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import { TENANT_ROLES, type TenantRole } from '../../platform/auth/permissions';
import { BooleanField, ChoiceField, IdField, TextField, TimeField } from '../../platform/http/fields';
import { NewPasswordField } from '../../platform/http/new-password-field';
import { EMAIL, FREE_TEXT } from '../tenants/domain/text-rules';


const TEMPORARY = 'It is good for signing in and choosing another one.';

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
  @NewPasswordField({ optional: true, description: `Left out, the user cannot sign in until one is set. ${TEMPORARY}` })
  password?: string;
}

export class ChangeUserDto extends PartialType(OmitType(UserDto, ['id', 'email', 'createdAt'] as const), {
  skipNullProperties: false,
}) {}

export class SetPasswordDto {
  @NewPasswordField({ description: TEMPORARY })
  password: string;
}
