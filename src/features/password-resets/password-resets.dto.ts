import { EmailField, IntegerField, TextField } from '../../platform/http/fields';
import { NewPasswordField } from '../../platform/http/new-password-field';

export class AskPasswordResetDto {
  @TextField({ max: 31, example: 'pharma', description: "The tenant's short name." })
  tenant: string;

  @EmailField({ example: 'admin@pharma.seatline.test' })
  email: string;
}

export class AskedPasswordResetDto {
  @IntegerField({ example: 1800, description: 'Seconds that the token in the mail is good for, once.' })
  expiresIn: number;
}

export class CompletePasswordResetDto {
  @TextField({ min: 32, max: 32, example: 'pUeHsJdBgTa7NZt9mYvC3n8Wq5RfL2xK', description: 'The token of the mail.' })
  token: string;

  @NewPasswordField()
  password: string;
}
