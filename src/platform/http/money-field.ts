import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { TextField } from './fields';

interface MoneyOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
}

/** Money on the wire: micro-units as a string of digits (why: money/money-json.ts); its name ends in `Micro`. */
export function MoneyField(options: MoneyOptions = {}): PropertyDecorator {
  return applyDecorators(
    TextField({
      min: 1,
      max: 20,
      pattern: /^-?\d{1,19}$/,
      patternRule: 'must be micro-units: digits, with a minus where it is owed to the tenant',
      example: '150000',
      ...options,
    }),
    Transform(({ value }) => (typeof value === 'bigint' ? value.toString() : value), { toPlainOnly: true }),
  );
}
