const NEEDS_DECODING = /[%\x80-\xff]/;

/**
 * The raw value of a header in a block of `Name: value` lines; undefined where there is none. A header that stands
 * twice is read where it stands first, as FreeSWITCH itself reads it.
 */
export function findHeader(text: string, name: string, end = text.length): string | undefined {
  const key = `${name}: `;
  let start: number;
  if (text.startsWith(key)) {
    start = key.length;
  } else {
    const at = text.indexOf(`\n${key}`);
    if (at < 0 || at >= end) return undefined;
    start = at + key.length + 1;
  }
  const stop = text.indexOf('\n', start);
  return text.slice(start, stop < 0 || stop > end ? end : stop);
}

/**
 * Undoes FreeSWITCH's URL encoding of a value held as latin1 text, one character a byte. A `%` that begins no valid
 * escape stays as it is, bytes that are no UTF-8 become U+FFFD. Never throws.
 */
export function decodeValue(raw: string): string {
  if (!NEEDS_DECODING.test(raw)) return raw;
  const bytes = Buffer.allocUnsafe(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    const high = code === 0x25 ? hexDigit(raw.charCodeAt(at + 1)) : -1;
    const low = high < 0 ? -1 : hexDigit(raw.charCodeAt(at + 2));
    if (low < 0) {
      bytes[length] = code;
    } else {
      bytes[length] = high * 16 + low;
      at += 2;
    }
    length += 1;
  }
  return bytes.toString('utf8', 0, length);
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x46) return code - 0x37;
  if (code >= 0x61 && code <= 0x66) return code - 0x57;
  return -1;
}
