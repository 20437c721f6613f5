import { Injectable } from '@nestjs/common';
import { And, In, LessThan, MoreThanOrEqual } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Where } from '../../platform/database/tenant-table';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { Page } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TeamsReader } from '../teams/teams.reader';
import { Hand } from './hand.entity';
import type { HandsRequest } from './hands.dto';
import { COUNTS_BY_TOPIC, MEDIANS_BY_TOPIC } from './hands.sql';
import { openText } from './sealed-hand';

/** A hand as it reads, with the users who lead the agent's team. */
export type ReadHand = Omit<Hand, 'sealed' | 'openAgent' | 'tenantId'> & { text: string | null; leads: string[] };

export interface TopicFigures {
  topic: string;
  raised: number;
  taken: number;
  resolved: number;
  medianWaitSeconds: number | null;
}

interface Period {
  from?: string;
  to?: string;
}

const LONG_AGO = new Date(0);
const FAR_AHEAD = new Date('9999-01-01T00:00:00.000Z');

/** Hands as they read. */
@Injectable()
export class HandsReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly teams: TeamsReader,
  ) {}

  async page(request: HandsRequest): Promise<Page<ReadHand>> {
    const { state, topic, agent } = request;
    const [from, to] = boundsOf(request);
    const where: Where<Hand> = {
      createdAt: And(MoreThanOrEqual(from), LessThan(to)),
      ...(state && { state: state === 'open' ? In(['raised', 'taken']) : state }),
      ...(topic && { topic }),
      ...(agent && { agent }),
    };
    const { data, hasMore } = await this.database.table(Hand).page(request, where);
    return { data: await this.read(data), hasMore };
  }

  /** Those that are up, the first raised first. */
  async open(): Promise<ReadHand[]> {
    return this.read(await this.database.table(Hand).find({ state: In(['raised', 'taken']) }, { id: 'ASC' }));
  }

  async find(id: string): Promise<ReadHand | null> {
    const hand = await this.database.table(Hand).findOne({ id });
    return hand && ((await this.read([hand]))[0] ?? null);
  }

  async openOf(agent: string): Promise<ReadHand | null> {
    const hand = await this.database.table(Hand).findOne({ openAgent: agent });
    return hand && ((await this.read([hand]))[0] ?? null);
  }

  /** Of the hands raised within the period, those raised most first. */
  async byTopic(period: Period): Promise<TopicFigures[]> {
    const parameters = [tenantContext.tenantId(), ...boundsOf(period)];
    const counts = await this.database.sql<Record<'topic' | 'raised' | 'taken' | 'resolved', string>>(COUNTS_BY_TOPIC, parameters);
    const medians = await this.database.sql<{ topic: string; median: string }>(MEDIANS_BY_TOPIC, parameters);
    const medianOf = new Map(medians.map(({ topic, median }) => [topic, Math.floor(Number(median))]));
    return counts.map(({ topic, raised, taken, resolved }) => ({
      topic, raised: Number(raised), taken: Number(taken), resolved: Number(resolved), medianWaitSeconds: medianOf.get(topic) ?? null,
    }));
  }

  private async read(hands: Hand[]): Promise<ReadHand[]> {
    if (hands.length === 0) return [];
    const [seal, leads] = [await this.seals.toRead(), await this.teams.supervisorsByTeam()];
    return hands.map(({ sealed, openAgent: _o, tenantId: _t, ...hand }) => ({
      ...hand, text: openText(seal, { id: hand.id, sealed }), leads: leads.get(hand.teamId ?? '') ?? [],
    }));
  }
}

function boundsOf({ from, to }: Period): [Date, Date] {
  return [from === undefined ? LONG_AGO : new Date(from), to === undefined ? FAR_AHEAD : new Date(to)];
}
