import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/health/metrics';
import { Log } from '../../platform/logging/log';
import { readCdr } from './cdr-leg';
import { type CdrFate, CdrStore, type ReadCdr, type UnreadableCdr } from './cdr-store';

/** How many legs one write may hold. */
const BATCH = 200;
/** With so many waiting another write begins beside the first: the next legs are read while the database works. */
const ENOUGH_FOR_ANOTHER = BATCH / 2;
const MOST_WRITES = 3;

interface Waiting {
  cdr: ReadCdr;
  stored: (fate: CdrFate) => void;
  failed: (error: unknown) => void;
}

/**
 * Takes CDRs in. While one write is under way the next ones gather, and are then written together: the busier it
 * is, the fewer commits a CDR costs. A CDR is acknowledged only after the commit that holds it.
 */
@Injectable()
export class CdrIntake {
  private waiting: Waiting[] = [];
  private writes = 0;

  constructor(
    private readonly store: CdrStore,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /**
   * Resolves once the CDR is safe; one that cannot be read or is nobody's is safe too, kept aside.
   * @throws when the store is out of reach: the switch must keep the CDR and try again.
   */
  async take(node: string, body: Buffer): Promise<CdrFate | 'kept-aside'> {
    const reading = readCdr(body);
    if (!reading.ok) return this.keepAside({ node, reason: reading.reason, body });
    try {
      const fate = await this.enqueue({ leg: reading.leg, body });
      this.metrics.cdrs.inc({ result: fate });
      return fate;
    } catch (error) {
      if (!this.store.refuses(error)) throw error;
      return this.keepAside({ node, reason: `refused by the database: ${(error as Error).message}`, body });
    }
  }

  private enqueue(cdr: ReadCdr): Promise<CdrFate> {
    return new Promise((stored, failed) => {
      this.waiting.push({ cdr, stored, failed });
      if (this.mayWrite()) void this.write();
    });
  }

  private mayWrite(): boolean {
    return this.writes === 0 || (this.writes < MOST_WRITES && this.waiting.length >= ENOUGH_FOR_ANOTHER);
  }

  private async keepAside(cdr: UnreadableCdr): Promise<'kept-aside'> {
    await this.store.storeUnreadable(cdr);
    this.metrics.cdrs.inc({ result: 'kept-aside' });
    return 'kept-aside';
  }

  private async write(): Promise<void> {
    this.writes += 1;
    while (this.waiting.length > 0) {
      await this.storeTogether(this.waiting.splice(0, BATCH));
    }
    this.writes -= 1;
  }

  /** A leg that the store refuses must not hold up the others of its batch: they are written in ever smaller ones. */
  private async storeTogether(batch: Waiting[]): Promise<void> {
    try {
      const fates = await this.store.storeLegs(batch.map(({ cdr }) => cdr));
      this.complain(fates);
      batch.forEach(({ stored }, index) => stored(fates[index] ?? 'stored'));
    } catch (error) {
      if (batch.length === 1 || !this.store.refuses(error)) {
        for (const { failed } of batch) failed(error);
        return;
      }
      const half = Math.ceil(batch.length / 2);
      await this.storeTogether(batch.slice(0, half));
      await this.storeTogether(batch.slice(half));
    }
  }

  private complain(fates: CdrFate[]): void {
    const cdrs = fates.filter((fate) => fate === 'no-tenant').length;
    if (cdrs > 0) this.log.warn({ cdrs, reason: 'no-tenant' }, 'CDRs that belong to no tenant were kept aside');
  }
}
