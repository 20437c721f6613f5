import type { ColumnOptions } from 'typeorm';

/** Micro-units as a bigint in the program and a BIGINT in the database. */
export const MONEY_COLUMN: ColumnOptions = {
  type: 'bigint',
  transformer: {
    to: (value: bigint | null | undefined) => (typeof value === 'bigint' ? value.toString() : value),
    from: (value: string | number | null) => (value === null ? null : BigInt(value)),
  },
};
