import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { showChannelsCommand } from '../esl/commands';
import type { EslEvent } from '../esl/esl-event';
import { SwitchLink } from '../link/switch-link';
import { toAgentEvent } from './agent-events';
import type { Call } from './call';
import { CallBook } from './call-book';
import { type CallEvent, toCallEvent } from './call-events';
import { describeCall } from './call-record';
import { CallSink } from './call-sink';
import { SequenceWindow } from './sequence-window';

/** Events are held back this many deep, and this long at the most, for those that overtook each other. */
const WINDOW = 16;
const WINDOW_MS = 40;

/** The switch's door for events: turns the event stream of a node into calls. */
@Injectable()
export class CallTracker implements OnModuleInit {
  private readonly book = new CallBook();
  private readonly window = new SequenceWindow<CallEvent>(WINDOW);
  private drainTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly link: SwitchLink,
    private readonly sink: CallSink,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.link.on('event', (event) => this.take(event));
    this.link.on('up', () => void this.resynchronise());
  }

  private take(event: EslEvent): void {
    const agentEvent = toAgentEvent(event);
    if (agentEvent) this.sink.agentChanged(this.config.SWITCH_NODE, agentEvent);
    const callEvent = toCallEvent(event);
    if (!callEvent) return;
    this.accept(this.window.push(callEvent));
    this.drainTimer ??= setTimeout(() => this.drain(), WINDOW_MS);
  }

  private drain(): void {
    this.drainTimer = undefined;
    this.accept(this.window.drain());
  }

  private accept(events: CallEvent[]): void {
    for (const event of events) this.tell(this.book.accept(event));
  }

  private tell(calls: Call[]): void {
    for (const call of calls) this.sink.callChanged(this.config.SWITCH_NODE, describeCall(call));
  }

  /** What ended while the link was down nobody will tell: the list of living channels does. */
  private async resynchronise(): Promise<void> {
    const asked = this.book.open;
    try {
      const reply = await this.link.bgapi(showChannelsCommand());
      const rows = reply.ok ? ((JSON.parse(reply.text) as { rows?: { uuid: string }[] }).rows ?? []) : null;
      if (!rows) return;
      this.tell(this.book.reconcile(new Set(rows.map(({ uuid }) => uuid)), asked));
      this.sink.restarted(this.config.SWITCH_NODE, this.book.open.map(describeCall));
    } catch (error) {
      this.log.warn({ err: error }, 'could not read the channels of the switch');
    }
  }
}
