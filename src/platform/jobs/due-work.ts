import { tenantContext } from '../tenancy/tenant-context';
import { Rounds } from './rounds';

/** What waits for one place of one tenant: an endpoint of its own, or the tenant itself. */
export interface Lane {
  tenantId: string;
  id: string;
}

interface Work {
  /** Where something is due, what has waited longest first. */
  due(): Promise<Lane[]>;
  /** Does what is due next in a lane, for the tenant that is set. @returns whether there was something */
  next(lane: Lane): Promise<boolean>;
  /** Told of an error, which ends a lane's work for now, or the look for lanes; both are tried again. */
  failed(error: unknown, lane: Lane | null): void;
}

interface Places {
  ofAll: number;
  ofOneTenant: number;
}

/**
 * Does what comes due in rows. The rows are the queue: what a killed worker had begun is due again when its lease ends. In a
 * lane one thing is done after the other, and a tenant has a few of the places: a lane that is slow has its own work wait,
 * and nobody else's.
 */
export class DueWork {
  private readonly rounds = new Rounds(() => this.begin(), (error) => this.work.failed(error, null));
  /** By lane. */
  private readonly underWay = new Map<string, { tenantId: string; done: Promise<void> }>();

  constructor(
    private readonly work: Work,
    private readonly places: Places,
  ) {}

  start(everyMs: number): void {
    this.rounds.start(everyMs);
  }

  /** What is under way ends before. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await Promise.all([...this.underWay.values()].map(({ done }) => done));
  }

  private async begin(): Promise<void> {
    for (const lane of await this.work.due()) {
      if (this.rounds.stopped || this.underWay.size >= this.places.ofAll) return;
      if (this.underWay.has(lane.id) || this.ofTenant(lane.tenantId) >= this.places.ofOneTenant) continue;
      const done = this.drain(lane).finally(() => this.underWay.delete(lane.id));
      this.underWay.set(lane.id, { tenantId: lane.tenantId, done });
    }
  }

  private ofTenant(tenantId: string): number {
    return [...this.underWay.values()].filter((each) => each.tenantId === tenantId).length;
  }

  private async drain(lane: Lane): Promise<void> {
    const next = () => tenantContext.open({ tenantId: lane.tenantId }, () => this.work.next(lane));
    try {
      while (!this.rounds.stopped && (await next()));
    } catch (error) {
      this.work.failed(error, lane);
    }
  }
}
