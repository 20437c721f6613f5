import { type FieldSchema, hostileValues, INFINITE, nested } from './hostile-values';

/** A request while it is being spoilt. */
export interface Draft {
  path: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  /** Undefined where the operation takes none. */
  body: unknown;
  /** What becomes of the body's text at last. */
  finish: (text: string) => string | Buffer;
}

/** One way to spoil a request; `what` names it in a failure. */
export interface Mutation {
  what: string;
  apply(draft: Draft): void;
}

export interface Parameter {
  name: string;
  in: string;
  schema?: FieldSchema;
}

export type Schemas = Record<string, FieldSchema>;

/** A field of a body: the way to it, by names and positions, and what it may hold. */
interface Field {
  way: (string | number)[];
  schema: FieldSchema;
}

const IDS = ['', '%00', '%', '%E0%A4', '%ff', '%2e%2e%2f', '__proto__', 'constructor', 'null', 'undefined', '0', '-1', '%F0%9F%98%80', 'a'.repeat(5000), "'%20OR%201=1"];

/** Each way to spoil one of an operation's path, query and header parameters. */
export function parameterMutations({ name, in: place, schema = {} }: Parameter, foreignIds: readonly string[], turn: number): Mutation[] {
  const say = (value: string) => `${place} ${name} = ${JSON.stringify(value.slice(0, 60))}`;
  if (place === 'path') {
    return [...IDS, ...foreignIds, ...foreignIds.map((id) => id.toLowerCase())].map((value) => ({
      what: say(value),
      apply: (draft) => void (draft.path[name] = value),
    }));
  }
  const values = hostileValues(schema, turn).map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')));
  if (place === 'header') {
    // what a client cannot even send is no request
    const sendable = values.filter((value) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value));
    return [...sendable, ...ETAGS].map((value) => ({ what: say(value), apply: (draft) => void (draft.headers[name] = value) }));
  }
  const encoded = values.map((value) => encodeURIComponent(Buffer.from(value).toString()));
  return [
    ...encoded.map((value): Mutation => ({ what: say(value), apply: (draft) => void draft.query.push([name, value]) })),
    ...ODD_QUERIES(name).map((pairs): Mutation => ({ what: `query ${JSON.stringify(pairs)}`, apply: (draft) => void draft.query.push(...pairs) })),
  ];
}

const ETAGS = ['"0"', '"1"', '"2"', '"999999999"', '"9999999999"', '1', 'W/"1"', '*', '"1", "2"', '""', '"-1"'];

const ODD_QUERIES = (name: string): [string, string][][] => [
  [[name, '1'], [name, '2']],
  [[`${name}[]`, '1']],
  [[`${name}[a]`, '1']],
  [['__proto__', '1']],
  [[`${name}%00`, '1']],
  [['surprise', '%E0%A4%A']],
];

/** Each way to spoil a body of that schema: every field by every hostile value, and the text as a whole. */
export function bodyMutations(schema: FieldSchema, schemas: Schemas, turn: number): Mutation[] {
  return [...fieldsOf(schema, schemas, []).flatMap((field, index) => fieldMutations(field, turn + index)), ...TEXT_MUTATIONS];
}

/** Every field at any depth; of a list its first item, and of fields that share a class the first one's. */
export function fieldsOf(schema: FieldSchema, schemas: Schemas, way: Field['way'], seen = new Set<string>()): Field[] {
  const whole = resolved(schema, schemas);
  const known = schema.$ref !== undefined && seen.has(schema.$ref);
  if (schema.$ref !== undefined) seen.add(schema.$ref);
  const inner = known ? [] : Object.entries(whole.properties ?? {}).map(([name, field]): [string | number, FieldSchema] => [name, field]);
  if (whole.items && !known) inner.push([0, whole.items]);
  return [
    { way, schema: whole },
    ...inner.flatMap(([step, field]) => fieldsOf(field, schemas, [...way, step], seen)),
  ];
}

export function resolved(schema: FieldSchema, schemas: Schemas): FieldSchema {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return resolved({ ...schemas[name], ...(schema.example !== undefined && { example: schema.example }) }, schemas);
  const [first] = schema.allOf ?? schema.anyOf ?? [];
  return first ? { ...resolved(first, schemas), ...(schema.example !== undefined && { example: schema.example }) } : schema;
}

function fieldMutations({ way, schema }: Field, turn: number): Mutation[] {
  const where = `body /${way.join('/')}`;
  const set = hostileValues(schema, turn).map((value): Mutation => ({
    what: `${where} = ${JSON.stringify(value).slice(0, 60)}`,
    apply: (draft) => void (draft.body = replaced(draft.body, way, value)),
  }));
  if (way.length === 0) return set;
  const last = String(way.at(-1));
  const besides = (name: string): Mutation => ({
    what: `${where} beside ${name}`,
    apply: (draft) => void (draft.body = replaced(draft.body, [...way.slice(0, -1), name], 1)),
  });
  const camel = last.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [...set, without(way, where), ...[camel, `${last}_`, 'tenant_id', 'id', 'version'].map(besides)];
}

function without(way: Field['way'], where: string): Mutation {
  return { what: `${where} left out`, apply: (draft) => void (draft.body = replaced(draft.body, way, undefined)) };
}

/** A copy with one place replaced; a place that is not there any more, for another mutation, leaves all as it is. */
export function replaced(body: unknown, [step, ...rest]: Field['way'], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof body !== 'object' || body === null) return body;
  const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...body }) as Record<string | number, unknown>;
  copy[step] = rest.length === 0 ? value : replaced(copy[step], rest, value);
  return copy;
}

const as = (type: string): Mutation => ({ what: `content type ${type}`, apply: (draft) => void (draft.headers['content-type'] = type) });
const encoded = (coding: string): Mutation => ({ what: `coding ${coding}`, apply: (draft) => void (draft.headers['content-encoding'] = coding) });
const text = (what: string, finish: Draft['finish']): Mutation => ({ what: `text ${what}`, apply: (draft) => void (draft.finish = finish) });

const TEXT_MUTATIONS: Mutation[] = [
  ...['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/octet-stream'].map(as),
  ...['application/json; charset=utf-16', 'application/json; charset=klingon', 'application/vnd.api+json', 'nonsense', 'APPLICATION/JSON'].map(as),
  ...['gzip', 'deflate', 'br', 'zstd', 'identity', 'nonsense', 'gzip, gzip'].map(encoded),
  ...['', ' ', 'null', 'true', '1', '"text"', '[', '{', '{"a":', '{"a":1,}', "{'a':1}", 'NaN', '\u0000', '[1]', '// {}'].map((whole) =>
    text(JSON.stringify(whole), () => whole),
  ),
  text('cut off', (body) => body.slice(0, -1)),
  text('twice', (body) => body + body),
  text('after a byte order mark', (body) => `\ufeff${body}`),
  text('with its keys twice', (body) => body.replace(/^\{(.+)\}$/s, '{$1,$1}')),
  text('with a key of prototypes', (body) => body.replace(/^\{/, '{"__proto__":{"admin":true},')),
  text('with a constructor', (body) => body.replace(/^\{/, '{"constructor":{"prototype":{"admin":true}},')),
  text('that is no UTF-8', (body) => Buffer.concat([Buffer.from(body.slice(0, -2)), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from(body.slice(-2))])),
  text('in UTF-16', (body) => Buffer.from(body, 'utf16le')),
  text('deep in lists', () => '['.repeat(100_000) + ']'.repeat(100_000)),
  text('deep in objects', () => '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)),
  text('nested in a field', (body) => body.replace(/^\{/, `{"a":${JSON.stringify(nested(200))},`)),
  text('with a thousand unknown fields', (body) => body.replace(/^\{/, `{${Array.from({ length: 1000 }, (_, index) => `"f${index}":1`).join()},`)),
  text('too long', () => JSON.stringify({ a: 'x'.repeat(1_100_000) })),
  text('of long digits', (body) => body.replace(/\d+/, '9'.repeat(5000))),
];

/** The body's text as it is sent. */
export function textOf({ body, finish }: Draft): string | Buffer | undefined {
  const plain = JSON.stringify(body)?.replaceAll(`"${INFINITE}"`, '1e400');
  return plain === undefined ? undefined : finish(plain);
}
