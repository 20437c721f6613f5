import { timingSafeEqual } from 'node:crypto';
import { type AuditHead, type AuditRecord, BEGINNING, digestOf, sealOf } from './audit-chain';

export interface ChainProblem {
  seq: number;
  problem: string;
}

/** Follows one tenant's chain entry by entry, oldest first, so that a log of any length is checked in little memory. */
export class ChainCheck {
  readonly problems: ChainProblem[] = [];
  private before = BEGINNING;
  private seq = 0;

  /** @param anchors digests by number that were noted outside of the database earlier */
  constructor(
    private readonly tenantId: string,
    private readonly anchors: ReadonlyMap<number, string> = new Map(),
  ) {}

  follow(entry: AuditRecord): void {
    if (entry.seq !== this.seq + 1) this.missing(this.seq + 1, entry.seq - 1);
    // each entry is held against the digest that its forerunner carries: one edit is told once, not to the end
    if (digestOf(this.before, entry) !== entry.digest && entry.seq === this.seq + 1) {
      this.tell(entry.seq, 'the entry was edited, or another stands in its place');
    }
    const anchor = this.anchors.get(entry.seq);
    if (anchor !== undefined && anchor !== entry.digest) this.tell(entry.seq, 'differs from what was noted elsewhere');
    this.before = entry.digest;
    this.seq = entry.seq;
  }

  /** @param head as the database keeps it, with its seal; null where there is none */
  end(head: (AuditHead & { seal: string }) | null, key: Buffer): ChainProblem[] {
    const last = Math.max(...this.anchors.keys(), head?.seq ?? 0);
    if (this.seq < last) this.missing(this.seq + 1, last);
    if (!head) {
      if (this.seq > 0) this.tell(this.seq, 'the record of the chain\'s end is missing');
      return this.problems;
    }
    if (!isSealed(key, { ...head, tenantId: this.tenantId }, head.seal)) {
      this.tell(head.seq, "the record of the chain's end was not written by Seatline, or under another MASTER_KEY");
    } else if (this.seq > head.seq || (this.seq === head.seq && this.before !== head.digest)) {
      this.tell(this.seq, 'the chain does not end as recorded');
    }
    return this.problems;
  }

  private missing(from: number, to: number): void {
    this.tell(from, from === to ? 'the entry is missing' : `the entries ${from} to ${to} are missing`);
  }

  private tell(seq: number, problem: string): void {
    this.problems.push({ seq, problem });
  }
}

function isSealed(key: Buffer, head: AuditHead, seal: string): boolean {
  const [expected, actual] = [Buffer.from(sealOf(key, head)), Buffer.from(seal)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
