import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from '../../platform/health/metrics';
import { Log } from '../../platform/logging/log';
import { Redis } from '../../platform/redis/redis';
import { CONFIGURATION_CHANNEL } from '../../platform/tenancy/configuration';
import { SwitchLink } from '../link/switch-link';
import { type Correction, commandOf } from './correction';
import { DesiredStateSource } from './desired-state';
import { difference } from './difference';
import { snapshot } from './snapshot';
import { findStrays, NO_STRAYS, type Strays, straysToMend } from './strays';

const EVERY_MS = 30_000;

/**
 * Keeps mod_callcenter at what the database says: after every change, on each (re)connection, and every 30 s. Runs
 * follow one another, since mod_callcenter changes its queues unlocked; what asks during a run makes one more.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnApplicationShutdown {
  private subscriber: Redis | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;
  private strays: Strays = NO_STRAYS;

  constructor(
    private readonly link: SwitchLink,
    private readonly desired: DesiredStateSource,
    private readonly redis: Redis,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.link.on('up', () => this.request());
    this.timer = setInterval(() => this.request(), EVERY_MS);
    this.subscriber = this.redis.duplicate() as Redis;
    this.subscriber.on('error', () => undefined);
    this.subscriber.on('message', () => this.request());
    await this.subscriber.subscribe(CONFIGURATION_CHANNEL);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.subscriber?.disconnect();
    await this.running;
  }

  /** Asks for a run, soon. */
  request(): void {
    this.again = true;
    this.running ??= this.run().finally(() => (this.running = null));
  }

  private async run(): Promise<void> {
    while (this.again) {
      this.again = false;
      if (!this.link.up) return;
      await this.reconcile().catch((error: unknown) => this.log.error({ err: error }, 'reconciliation failed'));
    }
  }

  private async reconcile(): Promise<void> {
    const desired = await this.desired.read();
    const actual = await snapshot(this.link);
    const strays = findStrays(actual);
    const corrections = [...difference(desired, actual), ...straysToMend(this.strays, strays, actual)];
    this.strays = strays;
    for (const correction of corrections) await this.apply(correction);
    if (corrections.length > 0) this.log.info({ corrections: corrections.length }, 'switch reconciled');
  }

  /** One refused step must not keep the others from being taken; the next run sees what is left. */
  private async apply(correction: Correction): Promise<void> {
    const reply = await this.link.bgapi(commandOf(correction));
    this.metrics.corrections.inc({ kind: correction.kind });
    if (reply.ok) this.log.debug({ correction }, 'corrected');
    else this.log.warn({ correction, reason: reply.reason }, 'correction refused');
  }
}
