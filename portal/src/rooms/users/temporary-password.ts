/** Without what is mistaken for something else when it is read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const LENGTH = 4;

/** Four groups of four, such as `kq7m-x2vd-9tpr-hs4w`: some 79 bits. */
export function temporaryPassword(): string {
  return Array.from({ length: GROUPS }, () => Array.from({ length: LENGTH }, randomLetter).join('')).join('-');
}

/** Bytes beyond the last whole run of letters are thrown again, as they would favour the first ones. */
function randomLetter(): string {
  const fair = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return LETTERS.charAt(byte % LETTERS.length);
  }
}
