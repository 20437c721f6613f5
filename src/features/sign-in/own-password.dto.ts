import { SecretField } from '../../platform/http/fields';
import { NewPasswordField } from '../../platform/http/new-password-field';

export class ChangeOwnPasswordDto {
  @SecretField({ example: 'the password until now' })
  oldPassword: string;

  @NewPasswordField()
  password: string;
}
