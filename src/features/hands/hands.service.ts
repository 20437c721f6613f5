import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Outbox } from '../../platform/events/outbox';
import type { Page } from '../../platform/http/page';
import { UsersReader } from '../users/users.reader';
import { closeHand, type Outcome, secondsOf, takeHand } from './domain/hand';
import type { Hand } from './hand.entity';
import type { CloseHandDto, HandDto, HandsByTopicDto, HandsPeriodRequest, HandsRequest } from './hands.dto';
import './hands.events';
import { HandsReader } from './hands.reader';
import { HandsRepository } from './hands.repository';
import { shownHand } from './shown-hand';

type Ending = Exclude<Outcome['kind'], 'changes' | 'same'>;
type Patch = Parameters<HandsRepository['save']>[1];

/** Raised hands, as supervisors see to them. */
@Injectable()
export class HandsService {
  constructor(
    private readonly hands: HandsRepository,
    private readonly reader: HandsReader,
    private readonly users: UsersReader,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async page(principal: Principal, request: HandsRequest): Promise<Page<HandDto>> {
    const { data, hasMore } = await this.reader.page(request);
    return { data: data.map((hand) => shownHand(hand, principal, null, this.clock.now())), hasMore };
  }

  async byTopic(period: HandsPeriodRequest): Promise<HandsByTopicDto> {
    return { topics: await this.reader.byTopic(period) };
  }

  async take(principal: Principal, id: string): Promise<HandDto> {
    const takenBy = await this.nameOf(principal);
    await this.change(id, (hand) => takeHand(hand, principal.id), (hand, takenAt) => ({
      state: 'taken', takenById: principal.id, takenBy, takenAt, waitSeconds: secondsOf(hand.createdAt, takenAt),
    }));
    return this.shown(principal, id);
  }

  async close(principal: Principal, id: string, { resolved }: CloseHandDto): Promise<HandDto> {
    await this.change(id, (hand) => closeHand(hand, resolved), (hand, endedAt) => ({
      state: 'closed', openAgent: null, resolved, endedAt, seconds: secondsOf(hand.createdAt, endedAt),
    }));
    return this.shown(principal, id);
  }

  private change(id: string, decide: (hand: Hand) => Outcome, patchOf: (hand: Hand, now: Date) => Patch): Promise<void> {
    return this.hands.transaction(async () => {
      const hand = await this.hands.lock(id);
      if (!hand) throw AppError.notFound();
      const outcome = decide(hand);
      if (outcome.kind === 'same') return;
      if (outcome.kind !== 'changes') throw refusalOf(outcome.kind, hand.takenBy ?? '');
      await this.hands.save(id, patchOf(hand, this.clock.now()));
      await this.outbox.add('hand.changed', { handId: id });
    });
  }

  private async shown(principal: Principal, id: string): Promise<HandDto> {
    const hand = await this.reader.find(id);
    if (!hand) throw AppError.notFound();
    return shownHand(hand, principal, null, this.clock.now());
  }

  private async nameOf({ id, name }: Principal): Promise<string> {
    return (await this.users.supervisors()).find((user) => user.id === id)?.name ?? name;
  }
}

function refusalOf(kind: Ending, takenBy: string): AppError {
  switch (kind) {
    case 'taken-by-another':
      return new AppError('conflict', `${takenBy} has taken this hand already.`);
    case 'not-taken':
      return new AppError('conflict', 'Nobody has taken this hand yet: take it first.');
    case 'over':
      return new AppError('conflict', 'The hand is down already.');
  }
}
