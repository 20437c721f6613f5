/** A JSON column of a plain SQL result: MariaDB hands it over as text, MySQL as a value. */
export function json<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T;
}
