import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Expose, Transform, type TransformFnParams, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type IdKind, ID_PREFIXES, idPattern } from '../database/ids';
import { snake } from '../database/snake-naming';
import { maskName } from '../privacy/mask-name';
import { maskNumber } from '../privacy/mask-number';

interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
  default?: unknown;
}

interface TextOptions extends FieldOptions {
  min?: number;
  max?: number;
  pattern?: RegExp;
  patternRule?: string;
}

/** Control characters never belong in a name or a note, and would be syntax on the switch. */
const PLAIN_TEXT = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN_TEXT_RULE = { message: 'must be plain text on one line' };

const ASCII = /^[\x21-\x7e]*$/;
const NO_EMAIL = { message: 'must be an e-mail address' };

/** RFC 3339: a moment without its zone is none. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** One decorator makes a field's validation, its name on the wire and its entry in the OpenAPI document. */
function field(options: FieldOptions, api: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    const name = snake(String(key));
    const property = {
      ...api,
      name,
      required: !options.optional,
      ...(options.nullable && { nullable: true }),
      ...(options.description !== undefined && { description: options.description }),
      ...(options.example !== undefined && { example: options.example }),
      ...(options.default !== undefined && { default: options.default }),
    } as ApiPropertyOptions;
    applyDecorators(Expose({ name }), ApiProperty(property), ...presence(options), ...rules)(target, key);
  };
}

/** Only declared fields go out, and data declares none: as one of these it goes out whole. */
@Expose()
class Data {}

function asData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asData);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.assign(new Data(), Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asData(each)])));
}

const WHOLE = Transform(({ value }) => asData(value), { toPlainOnly: true });

/** Left out and null are two things: only an optional field may be left out, only a nullable one may be null. */
function presence({ optional, nullable }: FieldOptions): PropertyDecorator[] {
  return [
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
  ];
}

export function TextField(options: TextOptions = {}): PropertyDecorator {
  const { min = options.optional ? 0 : 1, max = 200 } = options;
  const api = { type: String, minLength: min, maxLength: max, ...patternOf(options) };
  return field(options, api as ApiPropertyOptions, ...textRules({ ...options, min, max }));
}

/** The group of class-transformer in which personal data goes out whole. */
export const PERSONAL_DATA = 'personal-data';

const ERASED = 'Empty where none was given, null once it is erased.';

interface NumberOptions extends TextOptions {
  /** Whether in this object it is one of the tenant's own numbers, and nobody's personal data. */
  isOwn?: (object: never) => boolean;
}

/**
 * A phone number of an outside party: masked for whoever may not read personal data, null once it is erased. Never used for
 * input.
 */
export function PersonalNumberField({ isOwn, ...options }: NumberOptions = {}): PropertyDecorator {
  const mask = Transform(
    ({ value, obj, options: { groups = [] } }: TransformFnParams) =>
      value === null || groups.includes(PERSONAL_DATA) || isOwn?.(obj as never) ? (value as string) : maskNumber(value as string),
    { toPlainOnly: true },
  );
  const description = [...(options.description ? [options.description] : []), ERASED].join(' ');
  return applyDecorators(TextField({ min: 0, max: 60, ...options, nullable: true, description }), mask);
}

/** Personal data that whoever may not read it does not get at all: null then, as where it is erased. Beside the field. */
export function PersonalDataField(): PropertyDecorator {
  return personal(() => null);
}

/** A person's name: its first character and two asterisks for whoever may not read personal data, null once it is erased. */
export function PersonalNameField(options: TextOptions = {}): PropertyDecorator {
  return applyDecorators(TextField({ ...options, nullable: true, description: 'Null once it is erased.' }), personal((name) => maskName(name as string)));
}

/** As PersonalNumberField, of several. */
export function PersonalNumberListField(options: TextOptions & { maxItems?: number } = {}): PropertyDecorator {
  const field = TextListField({ ...options, max: 60, nullable: true, repeats: true });
  return applyDecorators(field, personal((numbers) => (numbers as string[]).map(maskNumber)));
}

/** @param mask of what there is, for whoever may not read personal data */
function personal(mask: (value: unknown) => unknown): PropertyDecorator {
  return Transform(
    ({ value, options: { groups = [] } }: TransformFnParams) => (value === null || groups.includes(PERSONAL_DATA) ? (value as unknown) : mask(value)),
    { toPlainOnly: true },
  );
}

/** Text of many lines, such as a file. */
export function DocumentField(options: FieldOptions & { max: number }): PropertyDecorator {
  const api = { type: String, minLength: 1, maxLength: options.max };
  return field(options, api as ApiPropertyOptions, IsString(), MinLength(1), MaxLength(options.max));
}

/** A list of texts, no two alike unless `repeats` lets them, so that somebody else can say where. */
export function TextListField(options: TextOptions & { maxItems?: number; repeats?: true } = {}): PropertyDecorator {
  const { min = 1, max = 200, maxItems = 1000, repeats } = options;
  const items = { type: 'string', minLength: min, maxLength: max, ...patternOf(options) };
  const each = textRules({ ...options, min, max }, true);
  const api = { type: 'array', items, maxItems, ...(!repeats && { uniqueItems: true }) };
  return field(options, api as ApiPropertyOptions, IsArray(), ArrayMaxSize(maxItems), ...(repeats ? [] : [ArrayUnique()]), ...each);
}

function patternOf({ pattern }: TextOptions): { pattern?: string } {
  return pattern ? { pattern: pattern.source } : {};
}

function textRules({ min = 0, max = 200, pattern, patternRule }: TextOptions, each = false): PropertyDecorator[] {
  const message = patternRule ?? `must match ${pattern?.source}`;
  return [
    IsString({ each }),
    MinLength(min, { each }),
    MaxLength(max, { each }),
    Matches(PLAIN_TEXT, { ...PLAIN_TEXT_RULE, each }),
    ...(pattern ? [Matches(pattern, { message, each })] : []),
  ];
}

export function SecretField(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 1, max = 200 } = options;
  const api = { type: String, format: 'password', minLength: min, maxLength: max };
  return field(options, api as ApiPropertyOptions, IsString(), MinLength(min), MaxLength(max));
}

/** ASCII, as all kept addresses are: others may look alike, to people and to the database, and are somebody else's. */
export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  const api = { type: String, format: 'email', maxLength: 200 };
  const rules = [IsEmail({ allow_utf8_local_part: false, require_tld: false }), MaxLength(200), Matches(ASCII, NO_EMAIL)];
  return field(options, api as ApiPropertyOptions, ...rules);
}

export function IdField(kind: IdKind, options: FieldOptions = {}): PropertyDecorator {
  const pattern = idPattern(kind);
  const api = { type: String, pattern: pattern.source };
  const example = options.example ?? exampleId(kind);
  return field({ ...options, example }, api as ApiPropertyOptions, Matches(pattern, { message: `must be an id like ${example}` }));
}

/** Ids of one kind, no two alike. */
export function IdListField(kind: IdKind, options: FieldOptions & { maxItems?: number } = {}): PropertyDecorator {
  const example = exampleId(kind);
  const text = { max: example.length, pattern: idPattern(kind), patternRule: `must be ids that begin with ${ID_PREFIXES[kind]}_` };
  return TextListField({ ...options, ...text, example: [example] });
}

/** A constant one, so that the OpenAPI document is the same at each build. */
export function exampleId(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C`;
}

/** `inQuery`: the number comes as text. In a body only a JSON number is one. */
export function IntegerField(
  options: FieldOptions & { min?: number; max?: number; inQuery?: boolean } = {},
): PropertyDecorator {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = options;
  const api = { type: 'integer', minimum: min, maximum: max };
  const read = options.inQuery ? [Transform(({ value }) => numberOf(value), { toClassOnly: true })] : [];
  return field(options, api as ApiPropertyOptions, ...read, IsInt(), Min(min), Max(max));
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean());
}

export function ChoiceField(choices: readonly (string | number)[], options: FieldOptions = {}): PropertyDecorator {
  const api = { type: String, enum: [...choices] };
  return field(options, api as ApiPropertyOptions, IsIn([...choices]));
}

/** A moment, ISO 8601 in UTC on the wire. */
export function TimeField(options: FieldOptions = {}): PropertyDecorator {
  const api = { type: String, format: 'date-time' };
  const toWire = Transform(({ value }) => (value instanceof Date ? value.toISOString() : value));
  const message = `must be a time with its zone, like ${EXAMPLE_TIME}`;
  const rules = [IsISO8601({ strict: true }, { message }), Matches(MOMENT, { message })];
  return field({ example: EXAMPLE_TIME, ...options }, api as ApiPropertyOptions, toWire, ...rules);
}

const EXAMPLE_TIME = '2026-11-01T08:00:00.000Z';

/** ValidateNested lets a list among the objects pass; of what else is no object it tells the place. */
const NO_LIST_IN_IT = ValidateBy(
  { name: 'noListInIt', validator: { validate: (item) => !Array.isArray(item) } },
  { each: true, message: 'must be a list of objects' },
);

export function ListField(
  type: () => new () => object,
  options: FieldOptions & { max?: number } = {},
): PropertyDecorator {
  const { max = 1000 } = options;
  const api = { ...lazy(type), isArray: true, maxItems: max };
  const rules = [IsArray(), ArrayMaxSize(max), NO_LIST_IN_IT, ValidateNested({ each: true }), Type(type)];
  return field(options, api as ApiPropertyOptions, ...rules);
}

export function ObjectField(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  // ValidateNested lets a list pass
  return field(options, lazy(type) as ApiPropertyOptions, IsObject(), ValidateNested(), Type(type));
}

/** Nest's OpenAPI module takes a function for a lazy type only if the function's own name is `type`. */
function lazy(type: () => new () => object) {
  return { type: () => type() };
}

/** Free-form data that the product itself made (a rating's steps, a snapshot); never used for input. */
export function DataField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true } as ApiPropertyOptions, WHOLE);
}

/** Objects of the product's own making; never used for input. */
export function DataListField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'array', items: { type: 'object', additionalProperties: true } } as ApiPropertyOptions, WHOLE);
}

/** A JSON object whose form its reader checks; what is wrong with it is told by JSON pointers, as for any other field. */
export function JsonField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true } as ApiPropertyOptions, IsObject(), WHOLE);
}

/** A value of whatever kind that the product itself made; never used for input. */
export function ValueField(options: FieldOptions = {}): PropertyDecorator {
  const types = ['string', 'number', 'boolean', 'object'].map((type) => ({ type }));
  return field(options, { anyOf: types } as ApiPropertyOptions, WHOLE);
}
