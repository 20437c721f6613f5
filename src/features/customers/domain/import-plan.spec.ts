import type { KnownCustomer } from './customer';
import { planRows, type Present } from './import-plan';
import type { ImportRow } from './import-row';

const there = {
  id: 'cus_1', externalId: 'c1', name: 'A', note: 'stays', language: null, segmentId: 'seg_1', surveyOptOut: true,
  numbers: ['+8613800138001'], attributes: [{ name: 'ward', value: '3' }, { name: 'bed', value: '1' }],
} as unknown as KnownCustomer;
const present: Present = {
  customers: new Map([['c1', there]]),
  segments: new Map([['VIP', 'seg_1'], ['other', 'seg_2']]),
  owners: new Map([['+8613800138001', 'cus_1'], ['+8613800138002', 'cus_2']]),
};
const row = (over: Partial<ImportRow>): ImportRow => ({ line: 2, externalId: 'c1', name: 'A', attributes: [], ...over });

it.each<[what: string, row: Partial<ImportRow>, kind: string, fields: string[]]>([
  ['what is the same changes nothing', {}, 'unchanged', []],
  ['nor does it where it is said', { segment: 'VIP', numbers: ['+8613800138001'], attributes: [{ name: 'ward', value: '3' }] }, 'unchanged', []],
  ['a new name', { name: 'B' }, 'change', ['name']],
  ['another segment', { segment: 'other' }, 'change', ['segment']],
  ['no segment', { segment: null }, 'change', ['segment']],
  ['other numbers', { numbers: [] }, 'change', ['numbers']],
  ['a language', { language: 'en' }, 'change', ['language']],
  ['an attribute more', { attributes: [{ name: 'floor', value: '2' }] }, 'change', ['attributes']],
  ['a customer who is not there yet', { externalId: 'c9' }, 'create', []],
  ['a segment that there is not', { segment: 'none' }, 'refused', []],
  ["somebody else's number", { numbers: ['+8613800138002'] }, 'refused', []],
])('%s', (_what, over, kind, fields) => {
  const [planned] = planRows([row(over)], present);
  expect(planned?.kind).toBe(kind);
  if (planned?.kind === 'change') expect(planned.fields).toEqual(fields);
});

it('leaves what the file does not tell of', () => {
  const [planned] = planRows([row({ name: 'B', attributes: [{ name: 'ward', value: '' }, { name: 'floor', value: '2' }] })], present);
  expect(planned).toMatchObject({
    kind: 'change',
    wanted: {
      name: 'B', note: 'stays', segmentId: 'seg_1', surveyOptOut: true, numbers: ['+8613800138001'],
      attributes: [{ name: 'bed', value: '1' }, { name: 'floor', value: '2' }],
    },
  });
});

it('tells each rule that a line breaks, and goes on', () => {
  const planned = planRows([row({ segment: 'none', numbers: ['+8613800138002'] }), row({ line: 3, name: 'B' })], present);
  expect(planned[0]).toEqual({
    kind: 'refused',
    problems: [
      { line: 2, column: 'segment', rule: 'must be a segment of this tenant' },
      { line: 2, column: 'numbers', rule: 'belongs to another customer' },
    ],
  });
  expect(planned[1]?.kind).toBe('change');
});
