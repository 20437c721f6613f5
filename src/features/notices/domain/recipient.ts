import { destinationClass, isAllowed } from '../../calling-plan/domain/destination';
import { readCallerNumber } from '../../customers/domain/caller-number';
import { EMAIL } from '../../tenants/domain/text-rules';
import type { NoticeChannel } from './notice';

const LONGEST_EMAIL = 190;

/**
 * To whom a notice goes, in the one spelling; null for nobody. An SMS goes to the home country's mobile numbers and to numbers
 * abroad, where the tenant's plan allows them to be called; an e-mail to an address.
 * @param destinations what the tenant's phones may call (calling-plan/domain/destination.ts)
 */
export function readRecipient(channel: NoticeChannel, given: string, destinations: readonly string[]): string | null {
  if (channel === 'sms') return readMobile(given, destinations);
  const email = given.trim().toLowerCase();
  return email.length <= LONGEST_EMAIL && EMAIL.pattern.test(email) ? email : null;
}

function readMobile(given: string, destinations: readonly string[]): string | null {
  const number = readCallerNumber(given);
  if (number === null || !isAllowed(number, destinations)) return null;
  return ['mobile', 'international'].includes(destinationClass(number)) ? number : null;
}
