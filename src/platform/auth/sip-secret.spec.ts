import { a1HashOf, newSipSecret } from './sip-secret';

it('hashes user, realm and secret with colons between, as md5sum does', () => {
  // printf '1001:pharma.seatline.test:secret' | md5sum
  expect(a1HashOf('1001', 'pharma.seatline.test', 'secret')).toBe('4fb6a808d4594aa19049dfef233e0760');
});

it('makes a new secret each time, of letters that need no quoting', () => {
  const secrets = Array.from({ length: 100 }, newSipSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{20}$/);
});
