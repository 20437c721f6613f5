/** A number as it is kept and compared, or the rule that the text breaks. */
export type PhoneNumberReading = { ok: true; number: string } | { ok: false; rule: string };

/**
 * Numbers that exist inside one country only and so have no E.164 form of their own. Three-digit numbers are
 * emergency services and can belong to no tenant.
 */
const NATIONAL_SERVICE_NUMBERS: readonly { country: string; pattern: RegExp; what: string }[] = [
  { country: '86', pattern: /^[48]00\d{7}$/, what: '400 and 800 numbers (10 digits)' },
  { country: '86', pattern: /^9[56]\d{3,6}$/, what: '95 and 96 short numbers (5 to 8 digits)' },
  { country: '86', pattern: /^1[0-2]\d{3}$/, what: 'public service numbers such as 12320 (5 digits)' },
];

const RULE =
  'must be an E.164 number such as "+862160010001" or a national service number: ' +
  NATIONAL_SERVICE_NUMBERS.map((row) => row.what).join(', ');

/**
 * The one spelling under which a number is stored, compared and owned: `+` and 8 to 15 digits (E.164), or the bare
 * digits of a national service number. Spaces, hyphens and brackets are dropped; a service number written with its
 * country code is the same number as without. Source: ITU-T E.164 §6; MIIT numbering plan for the service numbers.
 */
export function readPhoneNumber(text: string): PhoneNumberReading {
  const compact = text.replace(/[ ()-]/g, '');
  if (!/^\+?\d{3,15}$/.test(compact)) return { ok: false, rule: RULE };
  if (!compact.startsWith('+')) {
    return isServiceNumber(compact) ? { ok: true, number: compact } : { ok: false, rule: RULE };
  }
  const national = serviceNumberWithin(compact.slice(1));
  if (national) return { ok: true, number: national };
  return /^\+[1-9]\d{7,14}$/.test(compact) ? { ok: true, number: compact } : { ok: false, rule: RULE };
}

function isServiceNumber(digits: string): boolean {
  return NATIONAL_SERVICE_NUMBERS.some((row) => row.pattern.test(digits));
}

function serviceNumberWithin(international: string): string | null {
  for (const { country, pattern } of NATIONAL_SERVICE_NUMBERS) {
    const rest = international.slice(country.length);
    if (international.startsWith(country) && pattern.test(rest)) return rest;
  }
  return null;
}
