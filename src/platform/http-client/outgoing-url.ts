import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address';

/** Where outgoing requests may go. */
export interface OutgoingRules {
  /** Ports of https, e.g. 443. */
  ports: readonly number[];
  /** Whether they may also go to this machine, by http and to any port: for development and tests. */
  loopback: boolean;
}

export const OUTGOING_SCHEMES = { 'https:': 443, 'http:': 80 } as const;

/**
 * Why no request goes to a URL, as a rule to show; null where nothing is against it so far: whether the addresses of its
 * host are public shows when it is asked (http-client.ts).
 */
export function refusalOfUrl(text: string, rules: OutgoingRules): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return 'must be a URL like https://example.com/hooks';
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '') return 'must not hold a user or password';
  if (url.hash !== '') return 'must not hold a fragment (#…)';
  if (rules.loopback && url.protocol in OUTGOING_SCHEMES && isLoopback(host)) return null;
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (!rules.ports.includes(portOf(url))) return `must use one of the ports ${rules.ports.join(', ')}`;
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'must lead to a public address';
  return null;
}

/** The host without the brackets of an IPv6 address; `URL` has brought other spellings of an address into the usual one. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

export function portOf(url: URL): number {
  return url.port === '' ? OUTGOING_SCHEMES[url.protocol as keyof typeof OUTGOING_SCHEMES] : Number(url.port);
}
