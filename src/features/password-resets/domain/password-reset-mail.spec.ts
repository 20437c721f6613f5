import { LOCALES } from '../../tenants/domain/tenant-spec';
import { passwordResetMail } from './password-reset-mail';

const reset = { company: 'Drug maker', link: 'https://seatline.example/password-reset#token', minutes: 30 };

it.each([...LOCALES])('says in %s whose account it is, until when, and the link on a line of its own', (locale) => {
  const { subject, text } = passwordResetMail(locale, reset);
  expect(subject).toMatch(/^[^\r\n]*Seatline[^\r\n]*$/);
  expect(text).toContain('Drug maker');
  expect(text).toMatch(/\b30 /);
  expect(text.split('\n')).toContain(reset.link);
});

it('is another letter in each language', () => {
  expect(new Set(LOCALES.map((locale) => passwordResetMail(locale, reset).text)).size).toBe(LOCALES.length);
});
