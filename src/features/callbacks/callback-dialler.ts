import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { NodeReports } from '../../telephony/nodes/node-reports';
import { CalendarsReader } from '../calendars/calendars.reader';
import { spellingsOf } from '../customers/domain/caller-number';
import type { LiveCall } from '../live/domain/live-view';
import { LiveReader } from '../live/live.reader';
import { isOpen } from '../numbers/domain/opening-hours';
import { NumbersReader } from '../numbers/numbers.reader';
import { contextOf } from '../routing/domain/tenant-routing';
import { TenantsReader } from '../tenants/tenants.reader';
import type { CallbackAttempt } from './callback-attempt.entity';
import { CallbackFloor, type Seated } from './callback-floor';
import { CallbackResults } from './callback-results.service';
import type { Callback } from './callback.entity';
import { CallbacksRepository } from './callbacks.repository';
import { planCallbacks } from './domain/plan-callbacks';
import { wouldBeHeard } from './domain/would-be-heard';
import { openNumber } from './sealed-callback';

/** Calls back, for the tenant that is set: an agent's phone rings first, and once he answers the caller's. */
@Injectable()
export class CallbackDialler {
  constructor(
    private readonly callbacks: CallbacksRepository,
    private readonly results: CallbackResults,
    private readonly floor: CallbackFloor,
    private readonly live: LiveReader,
    private readonly calendars: CalendarsReader,
    private readonly tenants: TenantsReader,
    private readonly numbers: NumbersReader,
    private readonly commands: SwitchCommands,
    private readonly nodes: NodeReports,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {}

  /** One look at who is due and who is ready. */
  async run(): Promise<void> {
    const open = await this.callbacks.openAttempts();
    const floor = await this.floor.look(new Set(open.map(({ agent }) => agent)));
    await this.giveUpUnheard(open, floor.calls);
    const due = await this.dialable();
    const dialling = new Set((await this.callbacks.dialling()).map(callerOf));
    const callbacks = due.map(({ callback, number }) => ({
      id: callback.id,
      queue: callback.queue,
      caller: callerOf(callback),
      placeAt: callback.placeAt.getTime(),
      busy: dialling.has(callerOf(callback)) || isOnThePhone(number, floor.calls),
    }));
    for (const { callbackId, agent } of planCallbacks(callbacks, floor)) {
      const chosen = due.find(({ callback }) => callback.id === callbackId);
      const seated = floor.seated.get(agent);
      if (chosen && seated) await this.dial(chosen.callback, chosen.number, seated);
    }
  }

  /** Those that are due, in their hours, and whose number is known still. */
  private async dialable(): Promise<{ callback: Callback; number: string }[]> {
    const now = this.clock.now();
    const due = await this.callbacks.due(now);
    const names = [...new Set(due.flatMap(({ calendar }) => calendar ?? []))];
    const [{ timezone }, hours, seal] = await Promise.all([this.tenants.current(), this.calendars.hoursByName(names), this.seals.toRead()]);
    return due.flatMap((callback) => {
      const week = hours.get(callback.calendar ?? '');
      const number = openNumber(seal, callback);
      // a calendar that is gone allows no hour: nobody is to be woken at night by a slip
      const isAllowed = callback.calendar === null || (week !== undefined && isOpen(week, timezone, now));
      return isAllowed && number !== null ? [{ callback, number }] : [];
    });
  }

  /** First it is written down: a process that dies now has not dialled, or is not the one to dial again. */
  private async dial({ id, version, callerNumber }: Callback, number: string, { agent, seat }: Seated): Promise<void> {
    const [tenant, first] = [await this.tenants.current(), callerNumber ?? (await this.numbers.first())];
    if (first === null) return;
    const callUuid = randomUUID();
    const isOurs = await this.callbacks.transaction(async () => {
      if (!(await this.callbacks.save(id, version, { state: 'dialling' }))) return false;
      await this.callbacks.beginAttempt({ callbackId: id, callUuid, agent: agent.number, createdAt: this.clock.now() });
      return true;
    });
    if (!isOurs) return;
    await this.commands.send({
      kind: 'dial', legUuid: callUuid, extension: seat.extension, domain: tenant.domain, context: contextOf(tenant.slug),
      agent: `${agent.number}@${tenant.domain}`, number, callerNumber: first, ringSeconds: agent.ringSeconds,
    });
  }

  /** A try of which neither the switch nor the books know anything was none: its command came too late, or its process died. */
  private async giveUpUnheard(open: readonly CallbackAttempt[], calls: readonly LiveCall[]): Promise<void> {
    const now = this.clock.now();
    const going = new Set(calls.map(({ uuid }) => uuid));
    const nodes = open.length === 0 ? [] : await this.nodes.all();
    for (const attempt of open) {
      if (going.has(attempt.callUuid) || !wouldBeHeard(attempt.createdAt, nodes, now)) continue;
      // its record is on its way to the books
      if (await this.live.callOfLate(attempt.callUuid)) continue;
      await this.results.end(attempt, 'lost', now);
    }
  }
}

/** What his number is known by, without its being read. */
function callerOf({ id, numberIndex }: Callback): string {
  return numberIndex?.toString('hex') ?? id;
}

/** With us, for whatever reason. */
function isOnThePhone(number: string, calls: readonly LiveCall[]): boolean {
  const spellings = spellingsOf(number);
  return calls.some(({ from, to }) => spellings.includes(from) || spellings.includes(to));
}
