import { Injectable } from '@nestjs/common';
import { Speech } from '../../platform/speech/speech';
import type { WaitingCaller } from '../../telephony/calls/waiting-caller';
import { queueLine } from '../../telephony/calls/queue-line';
import { getLegVariableCommand } from '../../telephony/esl/commands';
import { SwitchLink } from '../../telephony/link/switch-link';
import { announcesStanding, type QueueSettings } from '../queues/domain/queue-settings';
import { QueuesReader } from '../queues/queues.reader';
import { LANGUAGE_VARIABLE } from '../routing/domain/known-caller';
import { LOCALES, type Locale } from '../tenants/domain/tenant-spec';
import { TenantsReader } from '../tenants/tenants.reader';
import { isTold } from './domain/is-told';
import { type Standing, standingText } from './domain/standing-text';
import { QueueStatesReader } from './queue-states.reader';
import { SpokenOver } from './spoken-over';

/** A stretch of time, in epoch milliseconds: after `from`, up to `to`. */
export interface Span {
  from: number;
  to: number;
}

/** Tells callers of the tenant that is set their place and their wait. */
@Injectable()
export class StandingAnnouncer {
  constructor(
    private readonly queues: QueuesReader,
    private readonly states: QueueStatesReader,
    private readonly tenants: TenantsReader,
    private readonly speech: Speech,
    private readonly link: SwitchLink,
    private readonly spoken: SpokenOver,
  ) {}

  /** @param waiting by their queue's name, all who wait for this tenant's agents */
  async run(waiting: ReadonlyMap<string, readonly WaitingCaller[]>, span: Span): Promise<void> {
    for (const [name, settings] of await this.queues.settingsOf([...waiting.keys()])) {
      if (!announcesStanding(settings)) continue;
      const every = settings.announcePositionFrequency;
      const due = (waiting.get(name) ?? []).filter(({ joinedAt }) => isTold(joinedAt, every, span.from, span.to));
      if (due.length > 0) await this.tell(name, settings, due);
    }
  }

  private async tell(name: string, settings: QueueSettings, due: readonly WaitingCaller[]): Promise<void> {
    const line = await queueLine(this.link, due[0]?.queue ?? '');
    const waitIn = settings.announceEstimatedWait ? await this.states.waitIn(name) : () => null;
    const callers = due.filter(({ legUuid }) => line.includes(legUuid));
    await Promise.all(
      callers.map(({ legUuid }) => {
        const place = line.indexOf(legUuid) + 1;
        return this.say(legUuid, { place: settings.announcePosition ? place : null, wait: known(waitIn(place)) });
      }),
    );
  }

  private async say(legUuid: string, standing: Standing): Promise<void> {
    const language = await this.languageOf(legUuid);
    const text = standingText(language, standing);
    if (text !== null) await this.spoken.say(legUuid, await this.speech.fileOf(language, text));
  }

  private async languageOf(legUuid: string): Promise<Locale> {
    const reply = await this.link.bgapi(getLegVariableCommand(legUuid, LANGUAGE_VARIABLE));
    const chosen = LOCALES.find((locale) => reply.ok && locale === reply.text.trim());
    return chosen ?? ((await this.tenants.current()).locale as Locale);
  }
}

/** While nobody is at work, nobody knows. */
function known(wait: number | null): number | null {
  return wait === Infinity ? null : wait;
}
