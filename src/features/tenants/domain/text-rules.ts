import type { TextRule } from './yaml-cursor';

/**
 * Text for people. Braces are out because `${...}` is expanded by the switch and `{...}` opens a dial string's
 * settings; the control, line and direction characters because they break or disguise a line of a log or a protocol.
 */
export const FREE_TEXT: TextRule = {
  pattern: /^(?=\S)[^{}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]{1,64}(?<=\S)$/u,
  rule: 'must be 1 to 64 characters without braces, control characters or spaces at its ends',
};

/** What something is for, in a line. */
export const PURPOSE: TextRule = {
  pattern: /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,200}$/u,
  rule: 'must be 1 to 200 characters on one line',
};

export const TENANT_SLUG: TextRule = {
  pattern: /^[a-z][a-z0-9-]{1,30}$/,
  rule: 'must be 2 to 31 lower-case letters, digits and hyphens, starting with a letter',
};

export const QUEUE_NAME: TextRule = {
  pattern: /^[a-z][a-z0-9-]{0,30}$/,
  rule: 'must be 1 to 31 lower-case letters, digits and hyphens, starting with a letter',
};

/** Calendars and IVR scripts. */
export const NAME: TextRule = {
  pattern: /^[a-z][a-z0-9_-]{0,40}$/,
  rule: 'must be 1 to 41 lower-case letters, digits, hyphens and underscores, starting with a letter',
};

export const SCRIPT_NAME: TextRule = {
  pattern: /^[a-z][a-z0-9-]{0,39}$/,
  rule: 'must stand under the name of a script: 1 to 40 lower-case letters, digits and hyphens, starting with a letter',
};

export { SOUND_NAME } from '../../sounds/domain/sound-name';

/** The switch glues user and domain into one cache key: 10@0acme.com would be read as 100@acme.com. */
export const SIP_DOMAIN: TextRule = {
  pattern: /^(?=.{3,190}$)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/,
  rule:
    'must be a lower-case domain of two or more labels that does not start with a digit ' +
    '(the switch would confuse 10@0acme.com with 100@acme.com)',
};

export const EXTENSION: TextRule = {
  pattern: /^[1-9]\d{3,5}$/,
  rule: 'must be 4 to 6 digits not starting with 0',
};

/** One number or a range of them. */
export const EXTENSIONS: TextRule = {
  pattern: /^[1-9]\d{3,5}(\.\.[1-9]\d{3,5})?$/,
  rule: `${EXTENSION.rule}, or a range such as "1001..1130"`,
};

export const EMAIL: TextRule = {
  pattern: /^(?=.{3,190}$)[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
  rule: 'must be an e-mail address',
};

export const MONEY: TextRule = {
  pattern: /^(0|[1-9]\d{0,9})(\.\d{1,6})?$/,
  rule: 'must be an amount such as "1200" or "0.15": no sign, at most 10 digits before and 6 after the point',
};

export const RATE_PREFIX: TextRule = {
  pattern: /^(\+?[0-9]{1,15})?$/,
  rule: 'must be the first digits of a number, with or without +, or "" for every number',
};

export const ANY_TEXT: TextRule = { pattern: /^/, rule: '' };
