/** A value that may not become part of a command: names the field and the rule it broke. */
export class CommandFieldError extends Error {
  constructor(
    readonly field: string,
    readonly rule: string,
  ) {
    super(`${field}: ${rule}`);
    this.name = 'CommandFieldError';
  }
}

const DOMAIN = '[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?';
const RULES = {
  name: [new RegExp(`^[A-Za-z0-9._-]{1,64}@${DOMAIN}$`), 'must be NAME@DOMAIN of letters, digits, . _ -'],
  domain: [new RegExp(`^${DOMAIN}$`), 'must be a domain of letters, digits, dots and dashes'],
  extension: [/^[A-Za-z0-9._-]{1,64}$/, 'must be letters, digits, dot, dash or underscore, at most 64'],
  destination: [/^[A-Za-z0-9._+*#-]{1,64}$/, 'must be a number or an extension name, at most 64 characters'],
  context: [/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, 'must be a dialplan context of letters, digits, . _ -'],
  uuid: [/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, 'must be a UUID'],
  variable: [/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be a variable name'],
  value: [/^[A-Za-z0-9._@:+/-]{0,256}$/, 'must be letters, digits or . _ @ : + / -, at most 256'],
  path: [/^(?!.*\.\.)[A-Za-z0-9_./-]{1,256}$/, 'must be a path of letters, digits, _ . / - without ..'],
  cause: [/^[A-Z][A-Z_]{0,63}$/, 'must be a hangup cause'],
  eventName: [/^[A-Z][A-Z_]{0,63}$/, 'must be an event name in capitals'],
  subclass: [/^[A-Za-z][A-Za-z0-9_]*(?:::[A-Za-z0-9_]+)*$/, 'must be a subclass as module::name'],
  header: [/^[A-Za-z][A-Za-z0-9_-]{0,127}$/, 'must be a header name'],
  password: [/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 printable ASCII characters without space'],
  argument: [/^[\x20-\x23\x25-\x7e]{0,2048}$/, 'must be printable ASCII without $, at most 2048 characters'],
  application: [/^[a-z][a-z0-9_]{0,63}$/, 'must be an application name in small letters'],
} as const satisfies Record<string, readonly [RegExp, string]>;

export type FieldRule = keyof typeof RULES;

/** The value itself, where every character of it is on the field's whitelist; throws CommandFieldError otherwise. */
export function checked(field: string, rule: FieldRule, value: string): string {
  const [pattern, text] = RULES[rule];
  if (typeof value !== 'string' || !pattern.test(value)) throw new CommandFieldError(field, text);
  return value;
}

/** A whole number within bounds, as text; throws CommandFieldError otherwise. */
export function checkedInteger(field: string, value: number, least: number, most: number): string {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new CommandFieldError(field, `must be a whole number from ${least} to ${most}`);
  }
  return String(value);
}

/** A value out of a closed list; throws CommandFieldError otherwise. */
export function checkedChoice<T extends string>(field: string, value: T, choices: readonly T[]): T {
  if (!choices.includes(value)) throw new CommandFieldError(field, `must be one of ${choices.join(', ')}`);
  return value;
}

/** Free text as URL-safe base64 without padding: the only form in which it may travel in a command. */
export function freeText(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
