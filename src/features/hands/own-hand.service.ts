import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import { Outbox } from '../../platform/events/outbox';
import { type Agent, AgentsReader } from '../agents/agents.reader';
import { HandChecks } from './hand-checks.service';
import { secondsOf } from './domain/hand';
import type { OwnHandDto, RaiseHandDto } from './hands.dto';
import './hands.events';
import { HandsReader } from './hands.reader';
import { HandsRepository } from './hands.repository';
import { shownHand } from './shown-hand';

/** The hand of the agent who asks. */
@Injectable()
export class OwnHandService {
  constructor(
    private readonly hands: HandsRepository,
    private readonly reader: HandsReader,
    private readonly agents: AgentsReader,
    private readonly checks: HandChecks,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async get(principal: Principal): Promise<OwnHandDto> {
    const { number } = await this.own(principal);
    const hand = await this.reader.openOf(number);
    return { hand: hand && shownHand(hand, principal, number, this.clock.now()) };
  }

  /** A hand that is up already stays the one that it is. */
  async raise(principal: Principal, body: RaiseHandDto): Promise<OwnHandDto> {
    const { id } = await this.own(principal);
    await this.hands.transaction(async () => {
      const agent = await this.agents.lock(id);
      if (!agent) throw AppError.notFound();
      if (await this.hands.lockOpen(agent.number)) return;
      await this.checks.check(agent, body);
      await this.keep(agent, body);
    });
    return this.get(principal);
  }

  async lower(principal: Principal): Promise<void> {
    const { number } = await this.own(principal);
    await this.lowerOf(number);
  }

  /** Without effect where the agent's hand is down. */
  async lowerOf(number: string): Promise<void> {
    await this.hands.transaction(async () => {
      const hand = await this.hands.lockOpen(number);
      if (!hand) return;
      const endedAt = this.clock.now();
      await this.hands.save(hand.id, { state: 'lowered', openAgent: null, endedAt, seconds: secondsOf(hand.createdAt, endedAt) });
      await this.outbox.add('hand.changed', { handId: hand.id });
    });
  }

  private async keep({ number, teamId }: Agent, { topic, text, callUuid }: RaiseHandDto): Promise<void> {
    const id = newId('hand');
    await this.hands.insert({ id, createdAt: this.clock.now(), agent: number, teamId, topic, callUuid: callUuid ?? null, text });
    await this.outbox.add('hand.changed', { handId: id });
  }

  private async own({ kind, id }: Principal): Promise<Agent> {
    const agent = kind === 'user' ? await this.agents.ofUser(id) : null;
    if (!agent) throw AppError.notFound();
    return agent;
  }
}
