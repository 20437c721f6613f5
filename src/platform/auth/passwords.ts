import { randomBytes } from 'node:crypto';
import * as argon2 from 'argon2';
import { Turns } from './turns';

/** OWASP's floor for argon2id: 19 MiB, 2 passes, 1 lane; about 20 ms a check. */
const COST = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/**
 * Two of the four threads that files and names are looked up with as well, and about 40 MiB, however many sign in at once.
 * A hundred waiting are a second or so.
 */
const turns = new Turns(2, 100);

export function hashPassword(password: string): Promise<string> {
  return turns.take(() => argon2.hash(canonical(password), COST));
}

let decoy: Promise<string> | undefined;

/** Takes as long for an unknown user (null hash) as for a known one, so that time tells nobody who exists. */
export async function checkPassword(hash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('decoy');
  const known = hash ?? (await decoy);
  const right = await turns.take(() => argon2.verify(known, canonical(password)));
  return right && hash !== null;
}

/** A password for a new user, 20 characters of base64url: 120 bits. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url');
}

/** The same letters can come as other bytes from another keyboard. */
function canonical(password: string): string {
  return password.normalize('NFC');
}
