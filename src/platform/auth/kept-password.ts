import { AppError } from '../errors/app-error';
import { weaknessOf } from './password-rules';
import { checkPassword, hashPassword } from './passwords';

/** What is kept of somebody's password. */
export interface KeptPassword {
  /** Null until one is set: such a person cannot sign in with a password. */
  passwordHash: string | null;
  passwordSetAt: Date | null;
  /** Somebody else chose it: it is good for choosing another one, and for nothing else. */
  passwordTemporary: boolean;
  /** The newest first. */
  formerPasswordHashes: string[] | null;
}

export const NO_PASSWORD: KeptPassword = {
  passwordHash: null,
  passwordSetAt: null,
  passwordTemporary: false,
  formerPasswordHashes: null,
};

/** How many of the last passwords, with the one in use, cannot be chosen again. */
const REMEMBERED = 5;

/**
 * A new password in the place of what is kept.
 * @param words that it may not contain
 * @param temporary chosen by somebody else
 * @throws AppError invalid_request at /password with the rule that it breaks
 */
export async function choosePassword(
  password: string,
  kept: KeptPassword,
  words: readonly string[],
  at: Date,
  temporary = false,
): Promise<KeptPassword> {
  const weakness = weaknessOf(password, words);
  if (weakness) throw AppError.invalid('/password', weakness);
  const used = [kept.passwordHash, ...(kept.formerPasswordHashes ?? [])].filter((hash) => hash !== null);
  // who chooses for somebody else is not told what that one had
  for (const hash of temporary ? [] : used.slice(0, REMEMBERED)) {
    if (await checkPassword(hash, password)) throw AppError.invalid('/password', `must not be one of your last ${REMEMBERED}`);
  }
  return {
    passwordHash: await hashPassword(password),
    passwordSetAt: at,
    passwordTemporary: temporary,
    formerPasswordHashes: used.slice(0, REMEMBERED - 1),
  };
}
