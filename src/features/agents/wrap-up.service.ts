import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Configuration } from '../../platform/tenancy/configuration';
import { WrapUpBoard } from '../live/domain/wrap-up-board';
import { LiveReader } from '../live/live.reader';
import { AgentSpellsRepository } from './agent-spells.repository';
import { AgentsRepository } from './agents.repository';
import { WrapUpGate } from './domain/wrap-up-gate';

/** The work after a call, and its end before its time. */
@Injectable()
export class WrapUpService {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly spells: AgentSpellsRepository,
    private readonly live: LiveReader,
    private readonly board: WrapUpBoard,
    private readonly gate: WrapUpGate,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /**
   * The switch knows a wrap-up by its length and by when the last call ended, and cannot be told that one is over: until it
   * would be, or the next call comes, the agent is one without. Asked again there is nothing left to end.
   */
  async endOwn(principal: Principal): Promise<void> {
    const agent = await this.agents.findByUser(principal.id);
    if (!agent) throw AppError.notFound();
    const wrapUp = await this.live.wrapUpOf(agent.number);
    const now = this.clock.now();
    if (!wrapUp || Date.parse(wrapUp.until) <= now.getTime()) return;
    await this.gate.check(agent.number);
    await this.configuration.change(async () => {
      await this.agents.waiveWrapUp(agent.id, new Date(wrapUp.until));
      await this.spells.keepWrapUp(agent.number, new Date(wrapUp.since), now);
    });
    this.board.end(agent.number);
  }
}
