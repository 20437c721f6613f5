import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { cutLegInCommand, forgetCutsCommand, legExistsCommand } from '../../telephony/esl/commands';
import { SwitchLink } from '../../telephony/link/switch-link';
import { CallingPlanReader } from '../calling-plan/calling-plan.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { CreditService } from './credit.service';
import { CUT_EARLY_SECONDS, RENEW_BELOW_SECONDS } from './domain/credit';
import { type OpenReservation, SpendingRepository } from './spending.repository';

const EVERY_MS = 30_000;

/** So long after a reservation counts no longer it is deleted. */
const KEPT_MS = 40 * 86_400_000;

/**
 * Gives this node's running calls their next slices, and moves the moment at which the switch cuts them. Where nobody
 * does, the switch cuts each call at the end of the slice that it has.
 */
@Injectable()
export class CreditRenewal implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly link: SwitchLink,
    private readonly credit: CreditService,
    private readonly spending: SpendingRepository,
    private readonly plans: CallingPlanReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running = this.running.then(() => this.round())), EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One look at all calls of the node. Never fails: what was not done the next one does. */
  async round(): Promise<void> {
    try {
      const now = this.clock.now();
      await this.spending.forget(new Date(now.getTime() - KEPT_MS));
      const by = new Date(now.getTime() + RENEW_BELOW_SECONDS * 1000);
      const open = this.link.up ? await this.spending.runningOut(this.link.node, now, by) : [];
      for (const reservation of open) {
        await tenantContext.open({ tenantId: reservation.tenantId }, () => this.renew(reservation));
      }
    } catch (error) {
      this.log.error({ err: error }, 'running calls were given no further credit');
    }
  }

  private async renew(open: OpenReservation): Promise<void> {
    const leg = await this.link.bgapi(legExistsCommand(open.legUuid));
    if (!leg.ok || leg.text.trim() !== 'true') return;
    const { timezone } = await this.tenants.current();
    const payer = { tenantId: open.tenantId, timezone, plan: await this.plans.current() };
    const seconds = await this.credit.renew(payer, open);
    if (seconds > open.toldSeconds) await this.tell(open, seconds);
  }

  /** Counted from the reservation, which is earlier than the answer: the call never gets more than was granted. */
  private async tell(open: OpenReservation, seconds: number): Promise<void> {
    const elapsed = Math.ceil((this.clock.now().getTime() - open.createdAt.getTime()) / 1000);
    const rest = seconds - CUT_EARLY_SECONDS - elapsed;
    if (rest < 1) return;
    const forgotten = await this.link.bgapi(forgetCutsCommand(open.legUuid));
    const cut = await this.link.bgapi(cutLegInCommand(open.legUuid, rest));
    if (forgotten.ok && cut.ok) await this.spending.told(open, seconds);
  }
}
