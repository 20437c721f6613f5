import { Secret } from 'otpauth';
import { newRecoveryCodes, newTotpSecret, recoveryHashOf, stepOfCode, totpUri } from './one-time-codes';

/** RFC 6238, appendix B: the secret of the SHA-1 rows; the last six of their eight digits. */
const RFC_SECRET = Secret.fromUTF8('12345678901234567890').base32;

it.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1111111111, '050471', 37037037],
  [1234567890, '005924', 41152263],
  [2000000000, '279037', 66666666],
  [20000000000, '353130', 666666666],
])('knows the code of second %i of RFC 6238', (second, code, step) => {
  expect(stepOfCode(RFC_SECRET, code, new Date(second * 1000))).toBe(step);
  expect(stepOfCode(RFC_SECRET, code, new Date((second + 30) * 1000))).toBe(step);
  expect(stepOfCode(RFC_SECRET, code, new Date((second - 30) * 1000))).toBe(step);
  expect(stepOfCode(RFC_SECRET, code, new Date((second + 60) * 1000))).toBeNull();
  expect(stepOfCode(RFC_SECRET, code, new Date(Math.max(0, second - 60) * 1000))).toBe(second < 60 ? 1 : null);
});

it.each(['', '28708', '2870822', 'abcdef', ' ', 'é87082', '28708٣'])('takes "%s" for no code', (code) => {
  expect(stepOfCode(RFC_SECRET, code, new Date(59_000))).toBeNull();
});

it('makes secrets of 160 bits that apps can read', () => {
  const secret = newTotpSecret();
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
  expect(totpUri(secret, 'admin@pharma.seatline.test')).toBe(
    `otpauth://totp/Seatline:admin%40pharma.seatline.test?issuer=Seatline&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
});

it('makes ten recovery codes, known however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(recoveryHashOf(code.toLowerCase().replaceAll('-', ' '))).toBe(recoveryHashOf(code));
  }
});
