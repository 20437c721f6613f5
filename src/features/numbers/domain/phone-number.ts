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
  NATIONAL_SERVICE_NUMBERS.map((row) => row.what).join('; ');

const PLUS_RULE =
  'must be an E.164 number, and after this + stands a national service number: ' +
  'write that without the +, or with its country code such as "+864008001001"';

/**
 * The one spelling under which a number is stored, compared and owned: `+` and 8 to 15 digits (E.164), or the bare
 * digits of a national service number. Spaces, hyphens and brackets are dropped; a service number written with its
 * country code is the same number as without. A `+` before a bare service number is refused: read as E.164 it would
 * be a second number that callers who dial without `+` spell the same. Little is lost: no number goes on with 0 after
 * country code 40, 800 takes eight digits, 96 alone is no country code; of 95 the numbers of six digits are.
 * Source: ITU-T E.164 §6; MIIT numbering plan for the service numbers.
 */
export function readPhoneNumber(text: string): PhoneNumberReading {
  const compact = text.replace(/[ ()-]/g, '');
  if (!/^\+?\d{3,15}$/.test(compact)) return { ok: false, rule: RULE };
  if (!compact.startsWith('+')) {
    return isServiceNumber(compact) ? { ok: true, number: compact } : { ok: false, rule: RULE };
  }
  if (isServiceNumber(compact.slice(1))) return { ok: false, rule: PLUS_RULE };
  const national = serviceNumberWithin(compact.slice(1));
  if (national) return { ok: true, number: national };
  return /^\+[1-9]\d{7,14}$/.test(compact) ? { ok: true, number: compact } : { ok: false, rule: RULE };
}

/**
 * The one spelling of a number as a carrier or a phone dials it; null for what is none. Digits without `+` are a
 * national service number where they look like one, else E.164, with or without the international prefix 00.
 * Every number has spellings of its own here, so that a dialled one is at most one owner's. A number with a trunk
 * prefix (02160010001) is unknown: its country is.
 */
export function readDialledNumber(dialled: string): string | null {
  if (!/^\+?\d+$/.test(dialled)) return null;
  const isComplete = dialled.startsWith('+') || isServiceNumber(dialled);
  const reading = readPhoneNumber(isComplete ? dialled : `+${dialled.replace(/^00/, '')}`);
  return reading.ok ? reading.number : null;
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
