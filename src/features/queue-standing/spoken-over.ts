import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { CallEvent } from '../../telephony/calls/call-events';
import { CallTracker } from '../../telephony/calls/call-tracker';
import { waitingCaller } from '../../telephony/calls/waiting-caller';
import { displaceCommand } from '../../telephony/esl/commands';
import { SwitchLink } from '../../telephony/link/switch-link';

/** Nothing that is said over the music lasts longer, nor the way of what ends it. */
const LONGEST_MS = 600_000;

/** What is spoken to callers over the music, until it ends or they have something better to listen to. */
@Injectable()
export class SpokenOver implements OnModuleInit {
  /** By leg, what was begun last; the oldest first. */
  private readonly begun = new Map<string, { file: string; at: number }>();

  constructor(
    private readonly link: SwitchLink,
    private readonly tracker: CallTracker,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tracker.heed((event) => this.heed(event));
  }

  /** Does nothing to a leg that waits no more, as it may have been put through since the text was made, or that hears the same already. */
  async say(legUuid: string, file: string): Promise<void> {
    const call = this.tracker.call(legUuid);
    if (call === undefined || waitingCaller(call) === null) return;
    this.forgetEnded();
    this.begun.delete(legUuid);
    this.begun.set(legUuid, { file, at: this.clock.now().getTime() });
    await this.link.bgapi(displaceCommand(legUuid, 'start', file));
  }

  /** It would go on into the talk with the agent, or over what a script says next. */
  private heed(event: CallEvent): void {
    if (event.type === 'agent-answered') this.hush(event.memberLegUuid);
    else if (event.type === 'queue-left') this.hush(event.leg.legUuid);
  }

  private hush(legUuid: string): void {
    const spoken = this.begun.get(legUuid);
    if (spoken === undefined) return;
    this.begun.delete(legUuid);
    // refused where it has ended by itself; a link that is down has nobody listening either
    this.link.bgapi(displaceCommand(legUuid, 'stop', spoken.file)).catch(() => undefined);
  }

  private forgetEnded(): void {
    const since = this.clock.now().getTime() - LONGEST_MS;
    for (const [legUuid, { at }] of this.begun) {
      if (at >= since) return;
      this.begun.delete(legUuid);
    }
  }
}
