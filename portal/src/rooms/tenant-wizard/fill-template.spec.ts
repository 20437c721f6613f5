import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTenantFile } from '../../../../src/features/tenants/domain/tenant-file';
import { fillTemplate, identityOf } from './fill-template';

const shipped = (name: string) => readFileSync(join(__dirname, '../../../../tenants', `${name}.yaml`), 'utf8');
const wish = { name: 'Flood line', slug: 'flood', domain: 'flood.seatline.test', numbers: ['4009009001', '', '4009009003', '4009009004'] };

it.each(['pharma', 'insurance', 'emergency-hotline'])('makes %s another tenant whose file holds', (template) => {
  const filled = fillTemplate(shipped(template), wish);
  const reading = readTenantFile(filled);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { tenant, name, domain, users, numbers, seats } = reading.spec;
  expect([tenant, name, domain]).toEqual(['flood', 'Flood line', 'flood.seatline.test']);
  expect(users.every(({ email }) => email.endsWith('@flood.seatline.test'))).toBe(true);
  expect(numbers.map(({ number }) => number)).toContain('4009009001');
  // what was left empty stays
  expect(numbers.map(({ number }) => number)).toContain(identityOf(shipped(template)).numbers[1]);
  const before = readTenantFile(shipped(template));
  expect(before.ok && before.spec.seats.length).toBe(seats.length);
});
