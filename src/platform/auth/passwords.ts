import { randomBytes } from 'node:crypto';
import * as argon2 from 'argon2';

/** OWASP's floor for argon2id: 19 MiB, 2 passes, 1 lane; about 20 ms a check. */
const COST = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password, COST);
}

let decoy: Promise<string> | undefined;

/** Takes as long for an unknown user (null hash) as for a known one, so that time tells nobody who exists. */
export async function checkPassword(hash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('decoy');
  const right = await argon2.verify(hash ?? (await decoy), password);
  return right && hash !== null;
}

/** A password for a new user, 20 characters of base64url: 120 bits. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url');
}
