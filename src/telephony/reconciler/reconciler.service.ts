import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from '../../platform/health/metrics';
import { Log } from '../../platform/logging/log';
import { Redis } from '../../platform/redis/redis';
import { configurationChannel } from '../../platform/tenancy/configuration';
import { toAgentEvent } from '../calls/agent-events';
import type { ApiReply } from '../esl/api-reply';
import { CommandFieldError } from '../esl/command-fields';
import { SwitchLink } from '../link/switch-link';
import { type Batch, inBatches } from './batches';
import { type Correction, commandOf } from './correction';
import { addressOf, cutOff } from './cut-off';
import { DesiredStateSource } from './desired-state';
import { difference } from './difference';
import type { ReconciliationReport } from '../nodes/node-report';
import { PutOnBreak } from './put-on-break';
import { ReconcilerJournal, type TakenStep } from './reconciler-journal';
import { snapshot } from './snapshot';
import { ASTRAY_MS, NO_STRAYS, type Strays, watchStrays } from './strays';

const EVERY_MS = 30_000;

/**
 * Keeps mod_callcenter at what the database says: after every change, on each (re)connection, and every 30 s. Runs
 * follow one another, since mod_callcenter changes its queues unlocked; what asks during a run makes one more.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnApplicationShutdown {
  private subscriber: Redis | undefined;
  private timer: NodeJS.Timeout | undefined;
  private secondLook: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;
  private strays: Strays = NO_STRAYS;
  private readonly putOnBreak = new PutOnBreak();
  /** The last pass; null before the first. */
  last: ReconciliationReport | null = null;

  constructor(
    private readonly link: SwitchLink,
    private readonly desired: DesiredStateSource,
    private readonly journal: ReconcilerJournal,
    private readonly redis: Redis,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.link.on('up', () => this.request());
    this.link.on('event', (event) => {
      const told = toAgentEvent(event);
      if (told?.type === 'agent-put-on-break') this.putOnBreak.note(told.agent, performance.now());
    });
    this.timer = setInterval(() => this.request(), EVERY_MS);
    this.subscriber = this.redis.duplicate() as Redis;
    this.subscriber.on('error', () => undefined);
    this.subscriber.on('message', () => this.request());
    await this.subscriber.subscribe(configurationChannel(this.redis));
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.subscriber?.disconnect();
    await this.running;
    clearTimeout(this.secondLook);
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
      const began = performance.now();
      const taken = await this.reconcile().catch((error: unknown) => {
        this.log.error({ err: error }, 'reconciliation failed');
        return error instanceof Error ? error.message : String(error);
      });
      this.last = reportOf(taken, performance.now() - began);
    }
  }

  private async reconcile(): Promise<TakenStep[]> {
    const desired = await this.desired.read();
    const actual = await snapshot(this.link, desired.suspendedSeats.map(addressOf));
    const cut = cutOff(desired.suspendedSeats, actual);
    const { strays, mend } = watchStrays(this.strays, actual, performance.now());
    this.strays = strays;
    // a call may have been let through just before its seat was suspended, and not stand in the list yet
    this.lookAgain(strays.size > 0 || cut.length > 0);
    const wanted = this.putOnBreak.respect(difference(desired, actual), desired, performance.now());
    const corrections = [...cut, ...wanted, ...mend];
    const taken = await this.apply(inBatches(corrections, actual.queues.map(({ name }) => name)));
    if (taken.length === 0) return taken;
    this.log.info({ corrections: taken.length }, 'switch reconciled');
    await this.journal.record(this.link.node, taken);
    return taken;
  }

  /** Whoever may be astray is not left waiting for the next round. */
  private lookAgain(soon: boolean): void {
    clearTimeout(this.secondLook);
    if (soon) this.secondLook = setTimeout(() => this.request(), ASTRAY_MS);
  }

  /** A queue that could not be fetched gets no further tiers now: each would try to fetch it again, for seconds. */
  private async apply(batches: readonly Batch[]): Promise<TakenStep[]> {
    const taken: TakenStep[] = [];
    const missing = new Set<string>();
    for (const { corrections, fetches } of batches) {
      const possible = corrections.filter((each) => each.kind !== 'add-tier' || !missing.has(each.queue));
      const replies = await Promise.all(possible.map((correction) => this.send(correction, fetches)));
      for (const [at, correction] of possible.entries()) {
        const accepted = this.note(correction, replies[at]);
        taken.push({ correction, accepted });
        if (!accepted && fetches && correction.kind === 'add-tier') missing.add(correction.queue);
      }
    }
    return taken;
  }

  /** What cannot be rendered as a command is refused like what the switch refuses: other tenants' steps go on. */
  private async send(correction: Correction, inBackground: boolean): Promise<ApiReply> {
    try {
      const command = commandOf(correction);
      return await (inBackground ? this.link.bgapi(command) : this.link.api(command));
    } catch (error) {
      if (error instanceof CommandFieldError) return { ok: false, reason: error.message };
      throw error;
    }
  }

  /** One refused step must not keep the others from being taken; the next run sees what is left. */
  private note(correction: Correction, reply: ApiReply | undefined): boolean {
    this.metrics.corrections.inc({ kind: correction.kind });
    if (reply?.ok) this.log.debug({ correction }, 'corrected');
    else this.log.warn({ correction, reason: reply?.reason }, 'correction refused');
    return reply?.ok === true;
  }
}

/** @param taken the steps of a pass, or why it failed */
function reportOf(taken: TakenStep[] | string, milliseconds: number): ReconciliationReport {
  const base = { at: new Date().toISOString(), milliseconds: Math.round(milliseconds) };
  if (typeof taken === 'string') return { ...base, corrections: {}, refused: 0, failure: taken };
  const corrections: Record<string, number> = {};
  for (const { correction } of taken) corrections[correction.kind] = (corrections[correction.kind] ?? 0) + 1;
  return { ...base, corrections, refused: taken.filter(({ accepted }) => !accepted).length, failure: null };
}
