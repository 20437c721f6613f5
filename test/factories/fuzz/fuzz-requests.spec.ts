import type { OpenAPIObject } from '@nestjs/swagger';
import { type FuzzRequest, fuzzRequests } from './fuzz-requests';
import { hostileValues } from './hostile-values';
import { fieldsOf, replaced, textOf } from './mutations';
import { Random } from './random';

const schemas = {
  Part: { type: 'object', properties: { size: { type: 'integer', minimum: 1, maximum: 9 } } },
  Whole: {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 5, example: 'care' },
      owner_id: { type: 'string', pattern: '^usr_[0-7]$', example: 'usr_0' },
      parts: { type: 'array', maxItems: 3, items: { $ref: '#/components/schemas/Part' } },
      spare: { $ref: '#/components/schemas/Part' },
    },
  },
};
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' as const, pattern: '^que_[0-7]$' } };
const etag = { name: 'If-Match', in: 'header' };
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Whole' } } };
const document = {
  paths: { '/v1/queues/{id}': { put: { parameters: [id, etag], requestBody: { content }, responses: {} }, get: { parameters: [id], responses: {} } } },
  components: { schemas },
} as unknown as OpenAPIObject;

function take(count: number, seed = 1): FuzzRequest[] {
  const fill = (field: string, _: unknown, turn: number) => (field === 'name' ? `n${turn}` : undefined);
  const requests = fuzzRequests(document, { seed, ids: ['que_1', 'usr_2'], foreignIds: ['cal_3'], fill });
  return Array.from({ length: count }, () => requests.next().value as FuzzRequest);
}

it.each([
  [{ type: 'string', minLength: 2, maxLength: 5 }, ['a', 'aa', 'aaaaa', 'aaaaaa', null, 0, [], {}]],
  [{ type: 'integer', minimum: 1, maximum: 9 }, [0, 1, 9, 10, 1.5, '1', null, true]],
  [{ type: 'string', enum: ['on', 'off'] }, ['on', 'off', 'ON', 'on ', null, 0]],
  [{ type: 'array', maxItems: 1, items: { example: 'x' } }, [['x'], ['x', 'x'], ['x0', 'x1'], [], {}]],
  [{ type: ['string', 'null'], format: 'date-time' }, ['2026-02-30T00:00:00Z', null, '']],
  [{ type: 'string', example: 'que_1' }, ['que_1', 'QUE_1', 'que_', 'que_11']],
])('tries %j at its limits and beyond', (schema, expected) => {
  expect(hostileValues(schema, 0)).toEqual(expect.arrayContaining(expected));
});

it('tries each odd text with one field of six', () => {
  const tried = [0, 1, 2, 3, 4, 5].map((turn) => hostileValues({ type: 'string' }, turn).includes('\ud800'));
  expect(tried.filter(Boolean)).toHaveLength(1);
});

it('finds every field once, whatever the depth', () => {
  const ways = fieldsOf({ $ref: '#/components/schemas/Whole' }, schemas, []).map(({ way }) => way.join('/'));
  expect(ways).toEqual(['', 'name', 'owner_id', 'parts', 'parts/0', 'parts/0/size', 'spare']);
});

it.each([
  [{ a: 1 }, ['a'], 2, { a: 2 }],
  [{ a: [{ b: 1 }] }, ['a', 0, 'b'], null, { a: [{ b: null }] }],
  [{ a: 1 }, [], 'whole', 'whole'],
  [{ a: 1 }, ['b'], 2, { a: 1, b: 2 }],
  // another mutation took away what this one would have changed
  [null, ['a'], 2, null],
  [{ a: 'text' }, ['a', 'b'], 2, { a: 'text' }],
])('replaces in %j at %j by %j', (body, way, value, expected) => {
  const before = JSON.stringify(body);
  expect(replaced(body, way, value)).toEqual(expected);
  expect(JSON.stringify(body)).toBe(before);
});

it('says in JSON what no value can', () => {
  const finish = (text: string) => text;
  expect(textOf({ path: {}, query: [], headers: {}, body: { a: '@@1e400@@' }, finish })).toBe('{"a":1e400}');
});

it('gives the same requests for the same seed, and others for another', () => {
  expect(take(200)).toEqual(take(200));
  expect(take(200, 2)).not.toEqual(take(200));
});

it('asks rightly in between: existing ids, an ETag, new names', () => {
  const right = take(2000).filter(({ what }) => what === 'as it should be');
  expect(new Set(right.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(['PUT /v1/queues/que_1', 'GET /v1/queues/que_1']));
  const put = right.find(({ method }) => method === 'PUT');
  expect(put?.headers).toMatchObject({ 'If-Match': expect.stringMatching(/^"[12]"$/), 'content-type': 'application/json' });
  expect(JSON.parse(String(put?.body))).toEqual({
    name: expect.stringMatching(/^n\d+$/), owner_id: 'usr_2', parts: [{ size: 1 }], spare: { size: 1 },
  });
});

it.each([
  ['a parameter', (each: FuzzRequest) => each.path.endsWith('/cal_3')],
  ['a header', (each: FuzzRequest) => each.headers['If-Match'] === '*'],
  ['a body that is cut off', (each: FuzzRequest) => each.what === 'text cut off' && !String(each.body).endsWith('}}')],
  ['a field left out', (each: FuzzRequest) => each.what === 'body /name left out' && !String(each.body).includes('"name"')],
  ['a field at its limit', (each: FuzzRequest) => String(each.body).includes('"size":10')],
  ['several at once', (each: FuzzRequest) => each.what.split(', ').length > 1],
])('spoils %s', (_, isSo) => {
  expect(take(3000).some(isSo)).toBe(true);
});

it('draws from everywhere, each as often', () => {
  const random = new Random(7);
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < 4000; draw += 1) counts[random.below(4)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  expect(random.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
});
