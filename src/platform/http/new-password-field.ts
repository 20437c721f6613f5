import { SHORTEST_PASSWORD } from '../auth/password-rules';
import { SecretField } from './fields';

export const EXAMPLE_PASSWORD = 'correct horse battery staple';

const RULES = `At least ${SHORTEST_PASSWORD} characters of any kind; not common, not made of the e-mail address or of names, not one of the last five.`;

/** A password that is to be set. */
export function NewPasswordField(options: { optional?: boolean; description?: string } = {}): PropertyDecorator {
  const description = [options.description, RULES].filter((each) => each !== undefined).join(' ');
  return SecretField({ ...options, description, min: SHORTEST_PASSWORD, example: EXAMPLE_PASSWORD });
}
