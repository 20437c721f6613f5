import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { type IdKind, idPattern, newId } from '../database/ids';
import { snake } from '../database/snake-naming';

interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
  default?: unknown;
}

/** Control characters never belong in a name or a note, and would be syntax on the switch. */
const PLAIN_TEXT = /^[^\u0000-\u001f\u007f]*$/;

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
    const optional = options.optional || options.nullable ? [IsOptional()] : [];
    applyDecorators(Expose({ name }), ApiProperty(property), ...optional, ...rules)(target, key);
  };
}

export function TextField(
  options: FieldOptions & { min?: number; max?: number; pattern?: RegExp; patternRule?: string } = {},
): PropertyDecorator {
  const { min = options.optional ? 0 : 1, max = 200, pattern } = options;
  const api = { type: String, minLength: min, maxLength: max, ...(pattern && { pattern: pattern.source }) };
  const rules = [IsString(), MinLength(min), MaxLength(max), Matches(PLAIN_TEXT, { message: 'must be plain text' })];
  const message = options.patternRule ?? `must match ${pattern?.source}`;
  return field(options, api as ApiPropertyOptions, ...rules, ...(pattern ? [Matches(pattern, { message })] : []));
}

export function SecretField(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 1, max = 200 } = options;
  const api = { type: String, format: 'password', minLength: min, maxLength: max };
  return field(options, api as ApiPropertyOptions, IsString(), MinLength(min), MaxLength(max));
}

export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  const api = { type: String, format: 'email', maxLength: 200 };
  return field(options, api as ApiPropertyOptions, IsEmail({ allow_utf8_local_part: false, require_tld: false }), MaxLength(200));
}

export function IdField(kind: IdKind, options: FieldOptions = {}): PropertyDecorator {
  const pattern = idPattern(kind);
  const api = { type: String, pattern: pattern.source };
  const example = options.example ?? `${newId(kind).slice(0, 4)}01JD3K8Z5N7Q2V4X6Y8Z0A1B2C`;
  return field({ ...options, example }, api as ApiPropertyOptions, Matches(pattern, { message: `must be an id like ${example}` }));
}

export function IntegerField(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = options;
  const api = { type: 'integer', minimum: min, maximum: max };
  return field(options, api as ApiPropertyOptions, Type(() => Number), IsInt(), Min(min), Max(max));
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
  return field(options, api as ApiPropertyOptions, toWire, IsISO8601({ strict: true }));
}

export function ListField(
  type: () => new () => object,
  options: FieldOptions & { max?: number } = {},
): PropertyDecorator {
  const { max = 1000 } = options;
  const api = { type, isArray: true, maxItems: max };
  return field(options, api as ApiPropertyOptions, IsArray(), ArrayMaxSize(max), ValidateNested({ each: true }), Type(type));
}

export function ObjectField(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type } as ApiPropertyOptions, ValidateNested(), Type(type));
}

/** Free-form data that the product itself made (a rating's steps, a snapshot); never used for input. */
export function DataField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true } as ApiPropertyOptions);
}
