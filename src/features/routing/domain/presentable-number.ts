const LONGEST = 32;

/** What is shown of a caller who sends no number. */
const ANONYMOUS = 'anonymous';

/**
 * What a caller claims to call from, safe to pass on: letters, digits, `+`, `.`, `_` and `-`, at most 32.
 *
 * FreeSWITCH percent-decodes a caller's name as it writes it into the INVITE to the next phone, so that `%0D%0A` in a
 * display name ends the header and begins one of the caller's own (seen on 1.10.12); and whatever stands in a dialplan
 * has its `${…}` expanded. Hence a list of what may pass instead of one of what may not.
 */
export function presentableNumber(claimed: string): string {
  return claimed.replace(/[^0-9A-Za-z+._-]/g, '').slice(0, LONGEST) || ANONYMOUS;
}
