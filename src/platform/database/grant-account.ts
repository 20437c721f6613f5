import type { DataSource } from 'typeorm';

/** SQLSTATE class 42: the owner may not do that. */
const MAY_NOT = /^42/;

interface Account {
  url: string;
  /** Who it is for, in words. */
  purpose: string;
  /** What names an account that an administrator keeps himself. */
  variable: string;
}

/**
 * Makes an account, or sets the password of one that there is, and gives it rights.
 * @param grants what stands between GRANT and TO
 * @throws Error with the statements for an administrator where the owner may not do that
 */
export async function grantAccount(source: DataSource, { url, purpose, variable }: Account, grants: string[]): Promise<void> {
  const { username, password } = new URL(url);
  const account = `'${username}'@'%'`;
  const statements = [
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}'`,
    `ALTER USER ${account} IDENTIFIED BY '${password}'`,
    ...grants.map((grant) => `GRANT ${grant} TO ${account}`),
  ];
  try {
    for (const statement of statements) await source.query(statement);
  } catch (error) {
    if (!MAY_NOT.test((error as { sqlState?: string }).sqlState ?? '')) throw error;
    throw new Error(
      `The database's user may not make the account that ${purpose} runs as (${(error as Error).message}). ` +
        `Let an administrator run this, or name an account of your own in ${variable}:\n${statements.join(';\n')};`,
    );
  }
}
