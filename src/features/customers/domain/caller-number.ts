import { readDialledNumber, readPhoneNumber } from '../../numbers/domain/phone-number';

/** Country whose numbers arrive without their country code: mobiles as they are, all others behind a trunk prefix 0. */
const HOME = '86';
const MOBILE = /^1[3-9]\d{9}$/;
const WITH_TRUNK_PREFIX = /^0[1-9]\d{8,10}$/;

/**
 * The one spelling of the number that a call comes from: `+` and digits (E.164), or the bare digits of a national service
 * number; null for what is none (anonymous, an extension). Spaces, hyphens, brackets and points are dropped. As carriers of
 * the country write it, eleven digits that look like its mobile are that, 0 before a national number is the trunk prefix; other
 * digits are a number with its country code, with or without `+` or 00. Source: MIIT numbering plan, ITU-T E.164 §6.
 */
export function readCallerNumber(claimed: string): string | null {
  const compact = claimed.replace(/[ ().-]/g, '');
  if (MOBILE.test(compact)) return `+${HOME}${compact}`;
  if (WITH_TRUNK_PREFIX.test(compact)) return `+${HOME}${compact.slice(1)}`;
  return readDialledNumber(compact);
}

/** Every way in which a caller's number may stand in the record of a call: all that is read as this one. */
export function spellingsOf(number: string): string[] {
  const digits = number.replace(/^\+/, '');
  const national = digits.startsWith(HOME) ? digits.slice(HOME.length) : '';
  const international = readPhoneNumber(number).ok && number === digits ? `${HOME}${digits}` : digits;
  const written = [number, digits, `+${international}`, international, `00${international}`, national, `0${national}`];
  return [...new Set(written)].filter((spelling) => readCallerNumber(spelling) === number);
}

/** The same for a number as somebody writes it; what is none just so. */
export function everySpellingOf(claimed: string): string[] {
  const number = readCallerNumber(claimed);
  return number === null ? [claimed] : spellingsOf(number);
}
