import { Foundation1700000000001 } from './0001-foundation';

/** In order. Append only: a migration that was released never changes. */
export const MIGRATIONS = [Foundation1700000000001];
