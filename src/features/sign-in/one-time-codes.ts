import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { digestOf } from '../../platform/auth/random-secret';

/** RFC 6238, as every authenticator app has it: SHA-1, 6 digits, 30 s. */
const PERIOD_S = 30;
/** A step to either side, for clocks that differ and for slow fingers. */
const WINDOW = 1;
/** RFC 4226 asks for 160 bits. */
const SECRET_BYTES = 20;

const RECOVERY_CODES = 10;
/** 80 bits: too many to try against a digest. */
const RECOVERY_BYTES = 10;

/** In base32, as apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an app reads from a QR code. */
export function totpUri(secret: string, account: string): string {
  return new TOTP({ issuer: 'Seatline', label: account, secret, period: PERIOD_S }).toString();
}

/** The step, counted from 1970, whose code this is; null for a code of none that is near. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  // otpauth throws at six characters that are more than six bytes
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = at.getTime();
  const delta = new TOTP({ secret, period: PERIOD_S }).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}

/** Ten, like `K3QF-XB2M-77NR-ZPLA`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32;
    return code.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** However it was typed. */
export function recoveryHashOf(code: string): string {
  return digestOf(code.toUpperCase().replace(/[^A-Z2-7]/g, ''));
}
