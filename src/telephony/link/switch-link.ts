import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Health } from '../../platform/health/health';
import { Metrics } from '../../platform/health/metrics';
import { Log } from '../../platform/logging/log';
import { EslLink } from '../esl/esl-link';

/** Just what the call state and the reconciler read: a narrow subscription is what keeps the link from drowning. */
const EVENTS = [
  'CHANNEL_CREATE',
  'CHANNEL_ANSWER',
  'CHANNEL_BRIDGE',
  'CHANNEL_UNBRIDGE',
  'CHANNEL_HOLD',
  'CHANNEL_UNHOLD',
  'CHANNEL_HANGUP_COMPLETE',
  'CHANNEL_DESTROY',
] as const;

const SUBCLASSES = ['callcenter::info', 'sofia::register', 'sofia::unregister', 'sofia::expire'] as const;

/** The event-socket link to the node that this process drives. */
@Injectable()
export class SwitchLink extends EslLink implements OnApplicationBootstrap, OnModuleDestroy {
  /** The node's name. */
  readonly node: string;

  constructor(config: Config, health: Health, metrics: Metrics, log: Log) {
    super({
      host: config.ESL_HOST,
      port: config.ESL_PORT,
      password: config.ESL_PASSWORD,
      events: EVENTS,
      subclasses: SUBCLASSES,
    });
    const node = config.SWITCH_NODE;
    this.node = node;
    health.add('switch link', () => this.up);
    this.on('up', () => metrics.switchUp.set({ node }, 1));
    this.on('down', () => metrics.switchUp.set({ node }, 0));
    this.on('up', (up) => log.info({ node, ...up }, 'switch link up'));
    this.on('down', (down) => log.warn({ node, ...down }, 'switch link down'));
    this.on('refused', (why) => log.error({ node, why }, 'the switch refuses the link'));
  }

  /** Last of all starts: whoever listens has subscribed by now. */
  onApplicationBootstrap(): void {
    this.start();
  }

  /** First of all stops, so that whoever listens can finish with what it heard. */
  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }
}
