import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { CallTracker } from '../../telephony/calls/call-tracker';
import type { WaitingCaller } from '../../telephony/calls/waiting-caller';
import { SwitchLink } from '../../telephony/link/switch-link';
import { TenantsReader } from '../tenants/tenants.reader';
import { type Span, StandingAnnouncer } from './standing-announcer';

const EVERY_MS = 1000;
/** Whose turn came longer ago is told at the next one. */
const MADE_UP_MS = 5000;

/** Each second, for those tenants whose callers wait on this node. */
@Injectable()
export class StandingRounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private last: number;

  constructor(
    private readonly tracker: CallTracker,
    private readonly link: SwitchLink,
    private readonly announcer: StandingAnnouncer,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.last = clock.now().getTime();
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running ??= this.round().finally(() => (this.running = null))), EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Never fails: who was not told now is told the next time. */
  private async round(): Promise<void> {
    const to = this.clock.now().getTime();
    const span = { from: Math.max(this.last, to - MADE_UP_MS), to };
    this.last = to;
    if (!this.link.up) return;
    await Promise.all([...byDomain(this.tracker.waiting())].map(([domain, queues]) => this.roundFor(domain, queues, span)));
  }

  private async roundFor(domain: string, queues: Map<string, WaitingCaller[]>, span: Span): Promise<void> {
    try {
      const tenantId = await this.tenants.idOfDomain(domain);
      if (tenantId !== null) await tenantContext.open({ tenantId }, () => this.announcer.run(queues, span));
    } catch (error) {
      this.log.warn({ err: error, domain }, 'callers were not told how they stand');
    }
  }
}

/** By the queues' domain, then by their name. */
function byDomain(callers: readonly WaitingCaller[]): Map<string, Map<string, WaitingCaller[]>> {
  const domains = new Map<string, Map<string, WaitingCaller[]>>();
  for (const caller of callers) {
    const [name = '', domain = ''] = caller.queue.split('@');
    const queues = domains.get(domain) ?? new Map<string, WaitingCaller[]>();
    domains.set(domain, queues.set(name, [...(queues.get(name) ?? []), caller]));
  }
  return domains;
}
