import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** NIST SP 800-63B-4 asks for 15 where a password may stand alone; one length for all is easier to tell. */
export const SHORTEST_PASSWORD = 15;

/** Of zxcvbn's 0 to 4: 3 stands for at least 10^8 guesses by somebody who knows the common passwords and habits. */
const LEAST_SCORE = 3;
/** What lies beyond is taken for no strength: the estimate's time grows with the square. */
const LONGEST_LOOKED_AT = 72;

let estimator: ZxcvbnFactory | undefined;

/**
 * What is wrong with a new password, as NIST SP 800-63B-4 §3.1.1.2 has it: no rules about kinds of characters, but none
 * that is common, and none made of what everybody knows about its owner.
 * @param words in lower case
 * @returns the rule that it breaks, or null
 */
export function weaknessOf(password: string, words: readonly string[]): string | null {
  const lower = password.toLowerCase();
  const word = words.find((each) => lower.includes(each));
  if (word !== undefined) return `must not contain "${word}"`;
  // 50,000 common passwords take a moment to read and 8 MB to keep: only where somebody chooses one
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LONGEST_LOOKED_AT });
  const { score } = estimator.check(password, [...words]);
  return score < LEAST_SCORE ? 'must not be a common password, or a pattern that is easily guessed' : null;
}

/**
 * What a person's password may not contain: the parts of the e-mail address and of names, in lower case.
 * Short ones stand in many words by chance.
 */
export function telltaleWords(email: string, ...names: string[]): string[] {
  const withoutTopLevel = email.replace(/\.[^.@]*$/, '');
  const parts = ['seatline', withoutTopLevel, ...names].join(' ').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...new Set(parts.filter((part) => part.length >= (/^[a-z0-9]+$/.test(part) ? 4 : 2)))];
}
