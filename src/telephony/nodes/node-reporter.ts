import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Log } from '../../platform/logging/log';
import { SwitchLink } from '../link/switch-link';
import { Reconciler } from '../reconciler/reconciler.service';
import type { NodeReport } from './node-report';
import { NodeReports } from './node-reports';
import { switchFigures } from './switch-figures';

const EVERY_MS = 5_000;

/** Tells how the node of this process is, every few seconds and when its link comes and goes. */
@Injectable()
export class NodeReporter implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly startedAt: string;
  private link: NodeReport['link'];
  private figures: NodeReport['switch'] = null;
  private timer: NodeJS.Timeout | undefined;
  private told: Promise<void> = Promise.resolve();

  constructor(
    private readonly switchLink: SwitchLink,
    private readonly reconciler: Reconciler,
    private readonly reports: NodeReports,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.startedAt = this.now();
    this.link = { up: false, since: this.startedAt, reason: null };
  }

  onApplicationBootstrap(): void {
    this.switchLink.on('up', () => this.linkIs({ up: true, reason: null }));
    this.switchLink.on('down', ({ reason }) => this.linkIs({ up: false, reason }));
    this.switchLink.on('refused', (why) => this.linkIs({ up: false, reason: `refused: ${why}` }));
    this.switchLink.on('event', (event) => (this.figures = switchFigures(event) ?? this.figures));
    this.timer = setInterval(() => this.tell(), EVERY_MS);
    this.tell();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.told;
    await this.reports.gone(this.switchLink.node).catch(() => undefined);
  }

  private linkIs({ up, reason }: { up: boolean; reason: string | null }): void {
    const since = up === this.link.up ? this.link.since : this.now();
    this.link = { up, since, reason };
    this.tell();
  }

  /** One after the other; while Redis cannot be reached the node shows as gone, which is what it is to the others. */
  private tell(): void {
    const report: NodeReport = {
      node: this.switchLink.node,
      at: this.now(),
      startedAt: this.startedAt,
      link: this.link,
      switch: this.figures,
      reconciliation: this.reconciler.last,
    };
    this.told = this.told
      .then(() => this.reports.put(report))
      .catch((error: unknown) => this.log.debug({ err: error }, 'the node could not be told of'));
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
