import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { KeptSecrets } from '../../platform/encryption/kept-secrets';
import type { UnreadableCdr } from '../../telephony/cdr/cdr-store';

/** Bodies are large: so many at once. */
const PORTION = 100;

/** A rejected CDR as a person looks at it. */
export interface ReadReject extends UnreadableCdr {
  id: string;
  createdAt: Date;
}

type RejectRow = Omit<ReadReject, 'body'> & { bodyHash: string; body: Buffer };

/** The CDRs that were kept aside. Whose they are is not known, so the installation's own key seals them. */
@Injectable()
export class CdrRejects {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly secrets: KeptSecrets,
    private readonly clock: Clock,
  ) {}

  /** The same body again is kept once. */
  async keep(cdrs: UnreadableCdr[]): Promise<void> {
    if (cdrs.length === 0) return;
    const createdAt = this.clock.now();
    const rows = cdrs.map(({ node, reason, body }) => {
      const hash = hashOf(body);
      return [node, reason.slice(0, 500), hash, this.seal(hash, body), createdAt];
    });
    await this.database.sql('INSERT IGNORE INTO cdr_rejects (node, reason, body_hash, body, created_at) VALUES ?', [rows]);
  }

  /** All of them, oldest first. */
  async *all(): AsyncGenerator<ReadReject> {
    for await (const { bodyHash, body, ...row } of this.rows()) yield { ...row, body: this.open(bodyHash, body) };
  }

  /** Seals them by the master key of today; repeating it changes nothing. @returns how many were sealed anew */
  async rewrapAll(): Promise<number> {
    let count = 0;
    for await (const { id, bodyHash, body } of this.rows()) {
      if (!this.secrets.isStale(body.toString('latin1'))) continue;
      const anew = this.seal(bodyHash, this.open(bodyHash, body));
      await this.database.sql('UPDATE cdr_rejects SET body = ? WHERE id = ?', [anew, id]);
      count += 1;
    }
    return count;
  }

  private async *rows(): AsyncGenerator<RejectRow> {
    for (let last = '0'; ; ) {
      const rows = await this.database.sql<RejectRow>(
        `SELECT CAST(id AS CHAR) AS id, node, reason, body_hash AS bodyHash, body, created_at AS createdAt
           FROM cdr_rejects WHERE id > ? ORDER BY cdr_rejects.id LIMIT ${PORTION}`,
        [last],
      );
      yield* rows;
      if (rows.length < PORTION) return;
      last = rows.at(-1)?.id ?? last;
    }
  }

  /** A CDR is bytes, a kept secret text. */
  private seal(hash: string, body: Buffer): string {
    return this.secrets.seal(placeOf(hash), body.toString('latin1'));
  }

  private open(hash: string, body: Buffer): Buffer {
    return Buffer.from(this.secrets.open(placeOf(hash), body.toString('latin1')), 'latin1');
  }
}

function placeOf(hash: string): string {
  return `cdr_rejects ${hash}`;
}

function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url');
}
