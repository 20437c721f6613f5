import { createPool } from 'mysql2/promise';

export interface Database {
  sql<T>(statement: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** A plain connection for the figures that the start itself shows. Times are UTC. */
export async function openDatabase(url: string): Promise<Database> {
  const pool = createPool({ uri: url, timezone: 'Z', supportBigNumbers: true, connectionLimit: 4 });
  return {
    sql: async <T>(statement: string, parameters: unknown[] = []) => (await pool.query(statement, parameters))[0] as T[],
    close: () => pool.end(),
  };
}
