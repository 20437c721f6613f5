import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { dumpLegCommand } from '../esl/commands';
import { type EslEvent, openHeaders } from '../esl/esl-event';
import { SwitchLink } from '../link/switch-link';
import { toAgentEvent } from './agent-events';
import type { Call } from './call';
import { CallBook } from './call-book';
import { type CallEvent, eventsOfDump, toCallEvent } from './call-events';
import { describeCall } from './call-record';
import { type WaitingCaller, waitingCaller } from './waiting-caller';
import { CallSink } from './call-sink';
import { SequenceWindow } from './sequence-window';
import { eventsOfMember, readPicture, type SwitchPicture } from './switch-picture';

/** Events are held back this many deep, and this long at the most, for those that overtook each other. */
const WINDOW = 16;
const WINDOW_MS = 40;

const COMPARE_EVERY_MS = 30_000;
/** What was just taken up, or seems to have vanished, is looked at once more, and sooner. */
const LOOK_AGAIN_MS = 2_000;

/**
 * The switch's door for events: turns the event stream of a node into calls. What the stream did not tell, because
 * nobody listened, the switch is asked for: on each (re)connection, and every 30 s for what got lost otherwise.
 */
@Injectable()
export class CallTracker implements OnModuleInit, BeforeApplicationShutdown {
  private readonly book = new CallBook();
  private readonly window = new SequenceWindow<CallEvent>(WINDOW);
  private drainTimer: NodeJS.Timeout | undefined;
  private compareTimer: NodeJS.Timeout | undefined;
  private secondLook: NodeJS.Timeout | undefined;
  private readonly listeners: ((event: CallEvent) => void)[] = [];
  private comparing: Promise<void> | null = null;
  /** Calls without a living leg: their last events may still be on the way, unless it is the second time. */
  private suspects = new Set<string>();
  /** Calls and agents of which events have told since the switch was asked: its answer may be the older news. */
  private readonly told = new Set<string>();

  constructor(
    private readonly link: SwitchLink,
    private readonly sink: CallSink,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.link.on('event', (event) => this.take(event));
    this.link.on('up', () => {
      // what ended while the link was down nobody will tell
      this.suspects = new Set(this.book.open.map(({ id }) => id));
      this.requestComparison();
    });
    this.compareTimer = setInterval(() => this.requestComparison(), COMPARE_EVERY_MS);
  }

  /** A call that goes on, as far as it has been heard of. */
  call(id: string): Call | undefined {
    this.drain();
    return this.book.find(id);
  }

  /** Who waits in a queue of this node for an agent. */
  waiting(): WaitingCaller[] {
    this.drain();
    return this.book.open.flatMap((call) => waitingCaller(call) ?? []);
  }

  /** Tells of each event of a call, in their order, once the call is what it made of it. */
  heed(listener: (event: CallEvent) => void): void {
    this.listeners.push(listener);
  }

  /** The link is closed by now, and the database is not: what was heard is still handed on. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.compareTimer);
    clearTimeout(this.secondLook);
    clearTimeout(this.drainTimer);
    await this.comparing;
    this.drain();
    await this.sink.settled();
  }

  private take(event: EslEvent): void {
    const agentEvent = toAgentEvent(event);
    if (agentEvent) {
      this.told.add(agentEvent.agent);
      this.sink.agentChanged(this.config.SWITCH_NODE, agentEvent);
    }
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
    for (const event of events) {
      const changed = this.book.accept(event);
      for (const { id } of changed) this.told.add(id);
      this.tell(changed);
      for (const listener of this.listeners) listener(event);
    }
  }

  private tell(calls: Call[]): void {
    for (const call of calls) this.sink.callChanged(this.config.SWITCH_NODE, describeCall(call));
  }

  private requestComparison(): void {
    if (!this.link.up) return;
    this.comparing ??= this.compare()
      .catch((error: unknown) => this.log.warn({ err: error }, 'could not compare the calls with the switch'))
      .finally(() => (this.comparing = null));
  }

  private async compare(): Promise<void> {
    this.drain();
    this.told.clear();
    const [asked, at] = [this.book.open, Date.now()];
    const picture = await readPicture(this.link);
    this.endVanished(picture, asked);
    const takenUp = await this.takeUpUnknown(picture);
    this.takeUpMembers(picture, at);
    clearTimeout(this.secondLook);
    if (takenUp > 0 || this.suspects.size > 0) {
      this.secondLook = setTimeout(() => this.requestComparison(), LOOK_AGAIN_MS);
    }
    const agents = picture.agents.filter(({ agent }) => !this.told.has(agent));
    this.sink.compared(this.config.SWITCH_NODE, this.book.open.map(describeCall), agents);
  }

  private endVanished({ legs }: SwitchPicture, asked: readonly Call[]): void {
    const living = new Set(legs);
    this.tell(this.book.reconcile(living, asked.filter(({ id }) => this.suspects.has(id))));
    const vanished = asked.filter((call) => !living.has(call.id) && !call.legs.some(({ uuid }) => living.has(uuid)));
    this.suspects = new Set(vanished.map(({ id }) => id));
  }

  /** Legs that came up while nobody listened, or before this process did. @returns how many */
  private async takeUpUnknown({ legs }: SwitchPicture): Promise<number> {
    let takenUp = 0;
    for (const uuid of legs.filter((each) => !this.book.knows(each))) {
      const dump = await this.link.api(dumpLegCommand(uuid));
      const events = dump.ok ? eventsOfDump(openHeaders(dump.text)) : [];
      events.forEach((event) => this.tell(this.book.accept(event)));
      if (events.length > 0) takenUp += 1;
    }
    return takenUp;
  }

  private takeUpMembers({ legs, members }: SwitchPicture, at: number): void {
    const living = new Set(legs);
    members
      .filter(({ memberLegUuid }) => living.has(memberLegUuid) && !this.told.has(memberLegUuid))
      .flatMap((member) => eventsOfMember(member, at))
      .forEach((event) => this.tell(this.book.accept(event)));
  }
}
