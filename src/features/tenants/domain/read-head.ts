import { LOCALES, type QuotaSpec, type TenantSpec } from './tenant-spec';
import { ANY_TEXT, FREE_TEXT, SIP_DOMAIN, TENANT_SLUG } from './text-rules';
import { didYouMean } from './suggest';
import type { YamlCursor } from './yaml-cursor';

const LARGEST_QUOTA = 30_000;

export type TenantHead = Pick<TenantSpec, 'tenant' | 'name' | 'domain' | 'timezone' | 'currency' | 'locale'>;

export function readHead(root: YamlCursor): TenantHead {
  return {
    tenant: root.field('tenant').text(TENANT_SLUG),
    name: root.field('name').text(FREE_TEXT),
    domain: root.field('domain').text(SIP_DOMAIN),
    timezone: readKnown(root.field('timezone'), isTimeZone, 'an IANA time zone such as Asia/Shanghai', timeZones),
    currency: readKnown(root.field('currency'), isCurrency, 'an ISO 4217 currency such as CNY', currencies),
    locale: root.field('locale').oneOf(LOCALES),
  };
}

export function readQuotas(section: YamlCursor): QuotaSpec | null {
  if (!section.expectMap(['concurrent_calls', 'seats', 'requests_per_second'])) return null;
  const requests = section.field('requests_per_second');
  return {
    concurrentCalls: section.field('concurrent_calls').integer(1, LARGEST_QUOTA),
    seats: section.field('seats').integer(1, LARGEST_QUOTA),
    requestsPerSecond: requests.present ? requests.integer(1, LARGEST_QUOTA) : null,
  };
}

function readKnown(
  field: YamlCursor,
  isKnown: (text: string) => boolean,
  what: string,
  choices: () => readonly string[],
): string {
  const text = field.text(ANY_TEXT);
  if (text !== '' && !isKnown(text)) field.refuse(`must be ${what}${didYouMean(text, choices())}`, text);
  return text;
}

const timeZones = (): string[] => Intl.supportedValuesOf('timeZone');
const currencies = (): string[] => Intl.supportedValuesOf('currency');

function isCurrency(text: string): boolean {
  return currencies().includes(text);
}

/** Zones by name only: an offset such as +08:00, which Intl takes too, knows no changes of the clock. */
function isTimeZone(text: string): boolean {
  if (timeZones().includes(text) || text === 'UTC') return true;
  // Intl also takes older names (Asia/Calcutta, Asia/Kolkata) that its list leaves out, but in any case of letters.
  if (!/^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z0-9_+-]*)+$/.test(text)) return false;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    return known === text || known.toLowerCase() !== text.toLowerCase();
  } catch {
    return false;
  }
}
