import { Injectable } from '@nestjs/common';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { KeptSecrets } from '../../platform/encryption/kept-secrets';

/** Where secrets of signing in are kept. */
const COLUMNS = [
  ['second_factors', 'secret'],
  ['staff_second_factors', 'secret'],
  ['identity_providers', 'client_secret'],
] as const;

/** Under which name the secret of a row is sealed. */
export function placeOf(table: (typeof COLUMNS)[number][0], id: string): string {
  return `${table} ${id}`;
}

/** Seals what is kept by the master key of today. */
@Injectable()
export class SignInSecrets {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly secrets: KeptSecrets,
  ) {}

  /** Repeating it changes nothing. @returns how many were sealed anew */
  async rewrapAll(): Promise<number> {
    let count = 0;
    for (const [table, column] of COLUMNS) {
      const rows = await this.database.sql<{ id: string; kept: string }>(`SELECT id, ${column} AS kept FROM ${table}`);
      for (const { id, kept } of rows.filter((row) => this.secrets.isStale(row.kept))) {
        const place = placeOf(table, id);
        const anew = this.secrets.seal(place, this.secrets.open(place, kept));
        // one that was changed meanwhile is sealed anew already
        await this.database.sql(`UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`, [anew, id, kept]);
        count += 1;
      }
    }
    return count;
  }
}
