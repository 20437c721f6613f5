import { AppError } from '../../platform/errors/app-error';
import { readImportFile } from './import-file';

const read = (text: string) => readImportFile(Buffer.from(text));
const HEAD = 'external_id,name,numbers,segment,language,attribute.ward\n';

it('reads lines as they are meant', async () => {
  const { rows, good, problems } = await read(`${HEAD}c1,王芳,13800138001;02160010001,VIP,zh-CN,3\nc2,"Li, ""Ann""",,,,\n`);
  expect([rows, problems]).toEqual([2, []]);
  expect(good).toEqual([
    {
      line: 2, externalId: 'c1', name: '王芳', numbers: ['+8613800138001', '+862160010001'], segment: 'VIP', language: 'zh-CN',
      attributes: [{ name: 'ward', value: '3' }],
    },
    { line: 3, externalId: 'c2', name: 'Li, "Ann"', numbers: [], segment: null, language: null, attributes: [{ name: 'ward', value: '' }] },
  ]);
});

it('leaves what the file has no column for, takes columns in any order, and a byte order mark for nothing', async () => {
  const { good } = await read('\ufeffname,EXTERNAL_ID\r\nA,c1\r\n\r\nB,c2\r\n');
  expect(good).toEqual([
    { line: 2, externalId: 'c1', name: 'A', attributes: [] },
    { line: 4, externalId: 'c2', name: 'B', attributes: [] },
  ]);
});

it('is the same however the file is cut into pieces', async () => {
  const lines = Array.from({ length: 20_000 }, (_, nth) => `c${nth},"王 ${nth}",1380${String(nth).padStart(7, '0')},,,`);
  const { rows, good, bad } = await read(HEAD + lines.join('\n'));
  expect([rows, good.length, bad]).toEqual([20_000, 20_000, 0]);
  expect(good.at(-1)).toMatchObject({ line: 20_001, name: '王 19999' });
});

it.each([
  ['no external id', ',A,,,,', ['2 external_id']],
  ['an external id with a space', 'c 1,A,,,,', ['2 external_id']],
  ['no name', 'c1,,,,,', ['2 name']],
  ['what is no number', 'c1,A,12;13800138001,,,', ['2 numbers']],
  ['another language', 'c1,A,,,de,', ['2 language']],
  ['too long a value', `c1,A,,,,${'x'.repeat(201)}`, ['2 attribute.ward']],
  ['more cells than columns', 'c1,A,,,,,x', ['2 null']],
  ['a line break in a name', 'c1,"A\nB",,,,', ['2 name']],
  ['two rules at once', ',A,,,de,', ['2 external_id', '2 language']],
  ['the same customer twice', 'c1,A,,,,\nc1,B,,,,', ['3 external_id']],
  ['the same number twice', 'c1,A,13800138001,,,\nc2,B,+8613800138001,,,', ['3 numbers']],
])('tells of %s', async (_what, lines, told) => {
  const { problems, bad } = await read(HEAD + lines);
  expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual(told);
  expect(bad).toBe(1);
});

it('counts a line that says one number in two spellings as one number', async () => {
  expect((await read(`${HEAD}c1,A,13800138001;+86 138 0013 8001,,,`)).good[0]?.numbers).toEqual(['+8613800138001']);
});

async function refusalOf(body: Buffer | string): Promise<[pointer: string, rule: string][]> {
  const error: unknown = await readImportFile(Buffer.from(body)).catch((each: unknown) => each);
  if (!(error instanceof AppError)) throw new Error('it is not refused');
  return error.problems.map(({ pointer, rule }) => [pointer, rule]);
}

it.each<[what: string, body: Buffer | string, pointer: string, rule: RegExp]>([
  ['nothing', '', '', /first line names its columns/],
  ['GB18030', Buffer.from([0xcd, 0xf5, 0xb7, 0xbc, 0x0a]), '', /UTF-8, not GB18030/],
  ['an unknown column', 'external_id,name,nmbers\n', '/nmbers', /must be external_id, name/],
  ['a column twice', 'external_id,name,name\n', '/name', /second time/],
  ['number and numbers', 'external_id,name,number,numbers\n', '/numbers', /second time/],
  ['no external id', 'name\n', '/external_id', /is required/],
  ['no name', 'external_id\n', '/name', /is required/],
  ['an attribute without a name', 'external_id,name,attribute.\n', '/attribute.', /1 to 40/],
  ['too many attributes', `external_id,name,${Array.from({ length: 21 }, (_, nth) => `attribute.a${nth}`).join()}\n`, '', /20 attributes/],
  ['a quote that is not closed', `${HEAD}c1,"A\nc2,B\n`, '', /line \d+ cannot be read/],
  ['too many rows', HEAD + 'c,A,,,,\n'.repeat(100_001), '', /100,000/],
])('refuses %s', async (_what, body, pointer, rule) => {
  const [first] = await refusalOf(body);
  expect(first?.[0]).toBe(pointer);
  expect(first?.[1]).toMatch(rule);
});
