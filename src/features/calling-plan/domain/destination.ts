/**
 * Kinds of numbers outside, as seen from the home country. `service`: 400, 800, 95, 96 and other national service
 * numbers; `premium`: what costs the caller a fee beyond the call, at home and abroad.
 */
export const DESTINATION_CLASSES = ['national', 'mobile', 'service', 'international', 'premium'] as const;
export type DestinationClass = (typeof DESTINATION_CLASSES)[number];

/** What a plan that says nothing allows: the home country, without premium numbers. */
export const DEFAULT_DESTINATIONS: readonly string[] = ['national', 'mobile', 'service'];

/** The start of an E.164 number: what a plan may allow besides the classes. */
export const DESTINATION_PREFIX = /^\+[1-9]\d{0,14}$/;

const HOME = '+86';

/** Mobile numbers have 11 digits and begin with 13 to 19. Source: MIIT numbering plan, 2017. */
const HOME_MOBILE = /^\+861[3-9]\d{9}$/;

/** Voice information services: 160 and 168, dialled with or without an area code. */
const HOME_PREMIUM = /^\+86(?:10|2\d|[3-9]\d{2})?16[08]\d{2,8}$/;

/**
 * Ranges abroad that are billed far above a call: ITU shared codes (satellite, international networks, premium rate)
 * and the premium ranges of the North American and British plans. Source: ITU-T E.164 list of assigned codes; NANPA;
 * Ofcom numbering plan.
 */
const FOREIGN_PREMIUM = [
  '+870', '+878', '+881', '+882', '+883', '+888', '+979', '+1900', '+1976', '+449', '+4487', '+44118', '+4470',
] as const;

/** @param number in the one spelling that numbers are kept in (readPhoneNumber) */
export function destinationClass(number: string): DestinationClass {
  if (!number.startsWith('+')) return 'service';
  if (!number.startsWith(HOME)) return foreignPremium(number) === undefined ? 'international' : 'premium';
  if (HOME_PREMIUM.test(number) && !HOME_MOBILE.test(number)) return 'premium';
  return HOME_MOBILE.test(number) ? 'mobile' : 'national';
}

/**
 * Whether a plan's list allows a number: by its class, or by a prefix. Nothing is allowed that the list does not
 * name; a premium number neither by a broader class nor by a prefix shorter than its range, such as +44 or +1.
 */
export function isAllowed(number: string, allowed: readonly string[]): boolean {
  const kind = destinationClass(number);
  if (allowed.includes(kind)) return true;
  const prefixes = allowed.filter((entry) => entry.startsWith('+') && number.startsWith(entry));
  if (kind !== 'premium') return prefixes.length > 0;
  const range = foreignPremium(number) ?? `${HOME}16`;
  return prefixes.some((prefix) => prefix.length >= range.length);
}

function foreignPremium(number: string): string | undefined {
  return FOREIGN_PREMIUM.find((range) => number.startsWith(range));
}
