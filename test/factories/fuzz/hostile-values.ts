/** What of a JSON schema decides which values are at and beyond its limits. */
export interface FieldSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  example?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: FieldSchema;
  allOf?: FieldSchema[];
  anyOf?: FieldSchema[];
  properties?: Record<string, FieldSchema>;
  required?: string[];
}

/** Becomes 1e400 in the JSON text, which parses to Infinity and which no value here could say. */
export const INFINITE = '@@1e400@@';

/** What nearly no field expects, whatever its type is; every field is tried with all of it. */
const OF_EACH_TYPE: unknown[] = [null, true, 0, 1.5, '', 'text', [], {}];

const OF_ODD_TYPE: unknown[] = [
  false, -1, 1e21, INFINITE, '0', 'true', 'null', [[]], [null], { a: 1 }, nested(30), JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: {} } }, { toString: 1 }, { length: 3 },
];

const ODD_TEXTS = [
  ' ', ' padded ', 'two\nlines', 'tab\there', 'nul\u0000', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\u202eevil', '\ufeff', '\ufffd',
  '\ud800', 'a\udc00b', '😀', '你好', 'é', 'e\u0301', 'ﬀ', 'İ', 'ß', '\u{10ffff}', "' OR 1=1 -- ", '"; DROP TABLE users; --', '%', '_', '\\',
  '`', '${7*7}', '{{7*7}}', '{number}', '<script>', '&amp;', '../../etc/passwd', '%00', '%FF', '__proto__', 'constructor', 'toString',
  'hasOwnProperty', 'NaN', 'Infinity', '1e9', '0x10', '٣', '-0', '𝟙', 'x'.repeat(10_000), '😀'.repeat(300),
];

const TIMES = [
  '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z', '-000001-01-01T00:00:00Z', '2026-01-01', '2026-01-01T00:00:00', '2026-01-01T24:00:00Z', '2016-12-31T23:59:60Z',
  '2026-01-01T00:00:00+14:00', '2026-01-01T00:00:00-99:99', '2026-01-01T00:00:00.123456789Z', '2026-W01-1', '20260101T000000Z', '0', '1700000000000',
];

const PERIODS = ['2026-11', '2026-13', '2026-00', '0000-01', '9999-12', '2026-1', '2026'];
const EMAILS = ['@', 'a@', '@a', 'a@b@c', 'ä@b.test', 'A@B.TEST', '"a b"@c.test', `${'a'.repeat(64)}@b.test`, `a@${'b'.repeat(195)}.test`, 'a@[127.0.0.1]'];

/** Of what could be tried with each field every field has a share, which the next one continues. */
const SHARES = 6;

/**
 * Values at and beyond the limits of one field, some right and most wrong.
 * @param turn counts the fields: it chooses the share of odd values that this one is tried with
 */
export function hostileValues(schema: FieldSchema, turn: number): unknown[] {
  const odd = [...OF_ODD_TYPE, ...(isText(schema) ? ODD_TEXTS : [])].filter((_, index) => index % SHARES === turn % SHARES);
  return [...new Set([...OF_EACH_TYPE, ...ofLimits(schema), ...odd])];
}

function isText({ type, enum: choices }: FieldSchema): boolean {
  return !choices && [type].flat().includes('string');
}

function ofLimits(schema: FieldSchema): unknown[] {
  const types = [schema.type].flat();
  if (schema.enum) return [...schema.enum, `${String(schema.enum[0])} `, String(schema.enum[0]).toUpperCase()];
  if (types.includes('string')) return texts(schema);
  if (types.includes('integer') || types.includes('number')) return numbers(schema);
  if (types.includes('array')) return lists(schema);
  return [];
}

function texts({ minLength = 0, maxLength = 200, format, pattern, example }: FieldSchema): unknown[] {
  const lengths = [minLength - 1, minLength, maxLength, maxLength + 1].filter((length) => length >= 0 && length <= 1_100_000);
  const own = typeof example === 'string' ? variationsOf(example, maxLength) : [];
  const special = [...(format === 'date-time' ? TIMES : []), ...(format === 'email' ? EMAILS : []), ...(pattern?.includes('\\d{4}') ? PERIODS : [])];
  return [...lengths.map((length) => 'a'.repeat(length)), ...own, ...special];
}

/** Nearly what is right: the letters' case, one character more, less or another, filled up to the limit. */
function variationsOf(example: string, maxLength: number): string[] {
  const last = example.at(-1) ?? 'a';
  const filled = maxLength < 1000 ? [example + last.repeat(Math.max(0, maxLength - example.length)), example + last.repeat(maxLength)] : [];
  return [
    example, example.toUpperCase(), example.toLowerCase(), example.slice(1), example.slice(0, -1), `${example}${last}`, `${example}\n`,
    ` ${example}`, `${example}\u0000`, example.replace(/\w/, 'é'), example.replace(/\d/, '٣'), ...filled,
  ];
}

function numbers({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: FieldSchema): unknown[] {
  const near = [minimum, maximum].flatMap((limit) => [limit - 1, limit, limit + 0.5, limit + 1, String(limit)]);
  return [...near, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 1e308, 5e-324, '01', '1.0', '١'];
}

function lists({ maxItems = 1000, items = {} }: FieldSchema): unknown[] {
  const one = items.example ?? 'a';
  return [[one], [one, one], { 0: one, length: 1 }, Array.from({ length: maxItems + 1 }, (_, index) => `${String(one)}${index}`), [[one]], [{}]];
}

/** A list in a list in a list … */
export function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
