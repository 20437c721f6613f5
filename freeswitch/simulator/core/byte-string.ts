/**
 * FreeSWITCH handles text as bytes of no particular encoding. Inside the simulator every string that a
 * peer may have sent is therefore a *byte string*: one character (U+0000 to U+00FF) per byte.
 */
export function fromText(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

export function toText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const UNSAFE = /[^ -~]|[ #%&+:;<=>?@[\\\]^`{|}"]/g;
const ALREADY_ENCODED = /^%[0-9A-F]{2}$/;

/**
 * switch_url_encode: what plain events, CDR variables and XML requests carry. A percent sign that two upper-case
 * hexadecimal digits follow is left alone, so a hostile `%FF` passes through and decodes to an invalid byte.
 */
export function urlEncode(bytes: string): string {
  return bytes.replace(UNSAFE, (unsafe, at: number) => {
    if (unsafe === '%' && ALREADY_ENCODED.test(bytes.slice(at, at + 3))) return unsafe;
    return `%${unsafe.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** cJSON's string: only quotes, backslashes and control characters are escaped; other bytes pass unchanged. */
export function jsonString(bytes: string): string {
  return JSON.stringify(bytes);
}
