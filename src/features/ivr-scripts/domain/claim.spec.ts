import { type Claim, claimText, readClaim } from './claim';

const SECRET = 'x'.repeat(32);
const claim: Claim = { tenantId: 'ten_1', legUuid: 'leg-1', scriptId: 'ivr_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C', version: 12 };
const text = claimText(SECRET, claim);

it('reads what it wrote for the same leg of the same tenant', () => {
  expect(readClaim(SECRET, { tenantId: 'ten_1', legUuid: 'leg-1' }, text)).toEqual(claim);
});

it.each([
  ['another leg', { tenantId: 'ten_1', legUuid: 'leg-2' }, text],
  ['another tenant', { tenantId: 'ten_2', legUuid: 'leg-1' }, text],
  ['another version', claim, text.replace(':12:', ':13:')],
  ['another script', claim, text.replace('A1B2C', 'A1B2D')],
  ['nothing', claim, ''],
  ['a signature of another length', claim, `${text}x`],
])('refuses %s', (_, leg, given) => {
  expect(readClaim(SECRET, leg, given)).toBeNull();
});

it('refuses what was signed with another secret', () => {
  expect(readClaim('y'.repeat(32), claim, text)).toBeNull();
});
