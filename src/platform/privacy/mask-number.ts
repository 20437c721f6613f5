/** Extensions and service numbers (10086, 95519) are nobody's own: so many digits at the most. */
export const LONGEST_PUBLIC = 6;
const LEAST_HIDDEN = 4;
const MOST_SHOWN = 7;
/** What switches and carriers say where the caller withheld the number. */
const NOBODY = /^(anonymous|restricted|unavailable|unknown|private|withheld)?$/i;

/**
 * A number as those see it who need not know whose it is: `138****8001`. At least four characters are hidden, and at most
 * seven shown; a short number of digits is shown whole.
 */
export function maskNumber(number: string): string {
  const isPublic = /^\d+$/.test(number) && number.length <= LONGEST_PUBLIC;
  if (isPublic || NOBODY.test(number)) return number;
  const shown = Math.max(0, Math.min(MOST_SHOWN, number.length - LEAST_HIDDEN));
  const [head, tail] = [Math.floor(shown / 2), Math.ceil(shown / 2)];
  return number.slice(0, head) + '*'.repeat(number.length - shown) + number.slice(number.length - tail);
}
