import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/health/metrics';
import { type CdrLeg, readCdr } from './cdr-leg';
import { CdrStore } from './cdr-store';

/** How many legs one write may hold. */
const BATCH = 200;

interface Waiting {
  leg: CdrLeg;
  stored: () => void;
  failed: (error: unknown) => void;
}

/**
 * Takes CDRs in. While one write is under way the next ones gather, and are then written together: the busier it
 * is, the fewer commits a CDR costs. A CDR is acknowledged only after the commit that holds it.
 */
@Injectable()
export class CdrIntake {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly store: CdrStore,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Resolves once the CDR is safe; one that cannot be read is safe too, kept aside.
   * @throws when the store is out of reach: the switch must keep the CDR and try again.
   */
  async take(node: string, body: Buffer): Promise<'stored' | 'kept-aside'> {
    const reading = readCdr(body);
    if (!reading.ok) {
      await this.store.storeUnreadable({ node, reason: reading.reason, body });
      this.metrics.cdrs.inc({ result: 'kept-aside' });
      return 'kept-aside';
    }
    await new Promise<void>((stored, failed) => {
      this.waiting.push({ leg: reading.leg, stored, failed });
      if (!this.writing) void this.write();
    });
    this.metrics.cdrs.inc({ result: 'stored' });
    return 'stored';
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.store.storeLegs(batch.map(({ leg }) => leg));
        for (const { stored } of batch) stored();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.writing = false;
  }
}
