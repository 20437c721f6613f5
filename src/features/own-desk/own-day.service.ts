import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { addDays, localDateOf, startOfDay } from '../../platform/time/calendar';
import { figuresOf, occupancyPermille } from '../agents/domain/agent-spells';
import { AgentsReader } from '../agents/agents.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { OwnDayReader } from './own-day.reader';
import type { OwnDayDto } from './own-desk.dto';

/** An agent's own figures of the day. */
@Injectable()
export class OwnDayService {
  constructor(
    private readonly agents: AgentsReader,
    private readonly tenants: TenantsReader,
    private readonly figures: OwnDayReader,
    private readonly clock: Clock,
  ) {}

  async today({ id }: Principal): Promise<OwnDayDto> {
    const agent = await this.agents.ofUser(id);
    if (!agent) throw AppError.notFound();
    const { timezone, domain } = await this.tenants.current();
    const date = localDateOf(this.clock.now(), timezone);
    const [from, until] = [startOfDay(date, timezone), startOfDay(addDays(date, 1), timezone)];
    const { answered, missed } = await this.figures.offers(agent.number, from, until);
    const { talked, talkSeconds, longestTalkSeconds } = await this.figures.talk(agent.number, domain, from, until);
    const spells = figuresOf(await this.agents.spellsOf(agent.number, from, until), from, until, this.clock.now());
    const handlingSeconds = talkSeconds + spells.wrapUpSeconds;
    const meanOf = (seconds: number): number | null => (talked === 0 ? null : Math.floor(seconds / talked));
    return {
      date,
      answered,
      missed,
      talkSeconds,
      meanTalkSeconds: meanOf(talkSeconds),
      longestTalkSeconds,
      ...spells,
      meanHandlingSeconds: meanOf(handlingSeconds),
      occupancyPermille: occupancyPermille(handlingSeconds, spells.readySeconds),
    };
  }
}
