import { CUSTOMER_DEFAULTS, isSame, type KnownCustomer, mergedWith, type SaidOfCustomer } from './customer';

const before = { ...CUSTOMER_DEFAULTS, name: 'Wang Fang', note: 'afternoons', numbers: ['+8613800138001'], attributes: [{ name: 'ward', value: '3' }] };

it.each<[what: string, said: SaidOfCustomer, after: object]>([
  ['nothing said leaves it as it is', {}, before],
  ['undefined is nothing said', { note: undefined, numbers: undefined }, before],
  ['null takes away', { note: null }, { ...before, note: null }],
  ['numbers are replaced as a whole, in one spelling', { numbers: ['02160010001', '8613800138002'] }, { ...before, numbers: ['+862160010001', '+8613800138002'] }],
  ['attributes are replaced as a whole', { attributes: [] }, { ...before, attributes: [] }],
])('%s', (_what, said, after) => {
  expect(mergedWith(before, said)).toEqual({ ok: true, customer: after });
});

it.each<[what: string, said: SaidOfCustomer, pointers: string[]]>([
  ['no number', { numbers: ['13800138001', 'nobody'] }, ['/numbers/1']],
  ['one number in two spellings', { numbers: ['13800138001', '+86 138 0013 8001'] }, ['/numbers/1']],
  ['an attribute twice', { attributes: [{ name: 'a', value: '' }, { name: 'b', value: '' }, { name: 'a', value: 'x' }] }, ['/attributes/2/name']],
])('refuses %s', (_what, said, pointers) => {
  const merging = mergedWith(before, said);
  expect(merging.ok ? [] : merging.problems.map(({ pointer }) => pointer)).toEqual(pointers);
});

it('asks for a name where it was erased', () => {
  expect(mergedWith({ ...before, name: null, numbers: null, attributes: null }, {})).toMatchObject({ ok: false, problems: [{ pointer: '/name' }] });
  expect(mergedWith({ ...before, name: null, numbers: null, attributes: null }, { name: 'New' })).toMatchObject({ ok: true, customer: { numbers: [] } });
});

it('knows what would change nothing', () => {
  const merging = mergedWith(before, {});
  const known = { ...before, id: 'x', version: 3 } as unknown as KnownCustomer;
  if (!merging.ok) throw new Error('it is whole');
  expect(isSame(known, merging.customer)).toBe(true);
  expect(isSame(known, { ...merging.customer, surveyOptOut: true })).toBe(false);
  expect(isSame(known, { ...merging.customer, attributes: [{ name: 'ward', value: '4' }] })).toBe(false);
});
