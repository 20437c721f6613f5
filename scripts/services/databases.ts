import { createConnection } from 'mysql2/promise';
import { tenantSchemaOf } from '../../src/platform/database/account-urls';

export type Answer = 'ready' | 'not-yet' | 'refused';

const CONNECT_MS = 5_000;

/** Asks a MariaDB or MySQL server whether it serves us; `refused` means that it does not know our user. */
export async function pingDatabase(url: string): Promise<{ answer: Answer; reason: string }> {
  try {
    await run(url, 'SELECT 1');
    return { answer: 'ready', reason: '' };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { answer: code === 'ER_ACCESS_DENIED_ERROR' ? 'refused' : 'not-yet', reason: message || String(code) };
  }
}

/** Creates an empty utf8mb4 database on the server of `url` and returns its URL. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await run(withDatabase(url, ''), `CREATE DATABASE ${quoted(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  return withDatabase(url, name);
}

/** Drops the database if it is there, and the tenants' views of it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  for (const each of [name, tenantSchemaOf(name)]) {
    await run(withDatabase(url, ''), `DROP DATABASE IF EXISTS ${quoted(each)}`);
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function quoted(name: string): string {
  if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) throw new Error(`database name "${name}": must be 1 to 64 of A-Z a-z 0-9 _`);
  return `\`${name}\``;
}

async function run(url: string, statement: string): Promise<void> {
  const connection = await createConnection({ uri: url, connectTimeout: CONNECT_MS });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
