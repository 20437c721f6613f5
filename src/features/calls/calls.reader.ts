import { Injectable } from '@nestjs/common';
import { And, type FindOperator, In, LessThan, MoreThanOrEqual } from 'typeorm';
import type { Principal } from '../../platform/auth/principal';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Where } from '../../platform/database/tenant-table';
import type { FieldSeal } from '../../platform/encryption/field-seal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import type { CdrLeg } from '../../telephony/cdr/cdr-leg';
import { CallNotesReader } from '../call-notes/call-notes.reader';
import { CustomersReader } from '../customers/customers.reader';
import { everySpellingOf, spellingsOf } from '../customers/domain/caller-number';
import { ScriptPathsReader } from '../script-paths/script-paths.reader';
import { SurveysReader } from '../surveys/surveys.reader';
import { Call } from './call.entity';
import { CallLeg } from './call-leg.entity';
import { CallOffer } from './call-offer.entity';
import { CallStay } from './call-stay.entity';
import type { CallDetailsDto, CallLegDto, CallsRequest, CallStayDto } from './calls.dto';
import type { StayFacts } from './domain/call-facts';
import { type KnownCall, knownCall, type NamedCall } from './domain/call-numbers-columns';
import { staysOfLegs } from './domain/call-of-legs';
import { legOfRow } from './domain/leg-row';
import { withWrapUpCode } from './wrap-up-code-filter';

/** Of how many calls, and how late ones, the mean talk is taken. */
const LATEST_CALLS = 50;
const LATEST_WITHIN_MS = 86_400_000;

/** Calls as people look them up. */
@Injectable()
export class CallsReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly notes: CallNotesReader,
    private readonly surveys: SurveysReader,
    private readonly paths: ScriptPathsReader,
    private readonly customers: CustomersReader,
  ) {}

  /** Who sees numbers masked may not ask for one either: asking for each that fits would tell it. */
  async page(principal: Principal, request: CallsRequest): Promise<Page<NamedCall>> {
    const { queue, agent, outcome, direction, segmentId, number, wrapUpCode } = request;
    if (number !== undefined && !principal.permissions.includes('personal-data:read')) {
      throw new AppError('forbidden', 'To look for a number needs the permission personal-data:read.');
    }
    const named = { ...(queue && { queue }), ...(agent && { agent }), ...(outcome && { outcome }) };
    const where = { ...startedWithin(request), ...withWrapUpCode(wrapUpCode), ...named, ...(direction && { direction }), ...(segmentId && { segmentId }) };
    const seal = await this.seals.toRead();
    const index = number === undefined ? undefined : seal.index(number);
    if (index === null) return { data: [], hasMore: false };
    const sides = index === undefined ? [where] : [{ ...where, fromIndex: index }, { ...where, toIndex: index }];
    const { data, hasMore } = await this.database.table(Call).page(request, ...sides);
    return { data: await this.named(data, seal), hasMore };
  }

  /** The calls that came from or went to any of a customer's numbers. */
  async pageOf(customerId: string, request: PageRequest): Promise<Page<NamedCall>> {
    const numbers = await this.customers.numbersOf(customerId);
    const seal = await this.seals.toRead();
    const indexes = numbers.flatMap(spellingsOf).flatMap((spelling) => seal.index(spelling) ?? []);
    if (indexes.length === 0) return { data: [], hasMore: false };
    const parties: Where<Call>[] = [{ direction: 'inbound', fromIndex: In(indexes) }, { direction: 'outbound', toIndex: In(indexes) }];
    const { data, hasMore } = await this.database.table(Call).page(request, ...parties);
    return { data: await this.named(data, seal), hasMore };
  }

  private async named(calls: Call[], seal: FieldSeal): Promise<NamedCall[]> {
    const names = await this.customers.namesOf(calls.flatMap(({ customerId }) => customerId ?? []));
    const codes = await this.notes.codesOfCalls(calls.map(({ uuid }) => uuid));
    return calls.map((call) => ({
      ...knownCall(call, seal), customerName: names.get(call.customerId ?? '') ?? null, wrapUpCodes: codes.get(call.uuid) ?? [],
    }));
  }

  /** Of the calls that the switch knows by these names, the ids of those in the books: uuid → id. */
  async idsOf(uuids: string[]): Promise<Map<string, string>> {
    const calls = uuids.length === 0 ? [] : await this.database.table(Call).find({ uuid: In(uuids), settled: true });
    return new Map(calls.map(({ uuid, id }) => [uuid, id]));
  }

  /** The switch's name of a call; null where there is none. */
  async uuidOf(id: string): Promise<string | null> {
    return (await this.database.table(Call).findOne({ id }))?.uuid ?? null;
  }

  /** Those of a node's calls that are settled: uuid → id. */
  async settled(node: string, uuids: string[]): Promise<Map<string, string>> {
    const calls = await this.database.table(Call).find({ node, uuid: In(uuids), settled: true });
    return new Map(calls.map(({ uuid, id }) => [uuid, id]));
  }

  /** The mean talk of a queue's latest answered calls, in seconds: 50 at the most, of the last 24 hours. Null where there is none. */
  async meanTalkSeconds(queue: string, now: Date): Promise<number | null> {
    const since = new Date(now.getTime() - LATEST_WITHIN_MS);
    const latest = await this.database
      .table(Call)
      .query('call')
      .andWhere('call.queue = :queue AND call.outcome = :outcome AND call.startedAt >= :since', { queue, outcome: 'answered', since })
      .orderBy('call.startedAt', 'DESC')
      .limit(LATEST_CALLS)
      .getMany();
    return latest.length === 0 ? null : latest.reduce((sum, { talkSeconds }) => sum + (talkSeconds ?? 0), 0) / latest.length;
  }

  /** What the books have of a call; null where they have none. */
  booked(id: string): Promise<Call | null> {
    return this.database.table(Call).findOne({ id, settled: true });
  }

  /** What is known of a call itself; null where there is none. */
  async known(id: string): Promise<KnownCall | null> {
    const call = await this.database.table(Call).findOne({ id });
    return call && knownCall(call, await this.seals.toRead());
  }

  /** When a call began, its last queue, and which agents have talked on it; null where there is no record of it yet. */
  async served(uuid: string): Promise<{ startedAt: Date; queue: string | null; agents: string[] } | null> {
    const call = await this.database.table(Call).findOne({ uuid });
    if (!call) return null;
    const offers = await this.database.table(CallOffer).find({ callId: call.id, result: 'answered' });
    const agents = [...offers.map(({ agent }) => agent), ...(call.agent === null ? [] : [call.agent])];
    return { startedAt: call.startedAt, queue: call.queue, agents };
  }

  /** The calls that came in from a number, however it was written, before an instant; the latest first. */
  async earlierFrom(number: string, before: Date, most: number): Promise<Call[]> {
    const seal = await this.seals.toRead();
    const indexes = everySpellingOf(number).flatMap((spelling) => seal.index(spelling) ?? []);
    if (indexes.length === 0) return [];
    return this.database
      .table(Call)
      .query('call')
      .andWhere('call.fromIndex IN (:...indexes) AND call.startedAt < :before', { indexes, before })
      .andWhere("call.direction = 'inbound'")
      .orderBy('call.startedAt', 'DESC')
      .limit(most)
      .getMany();
  }

  /** With what was noted about it, for whoever may read that. */
  async getFor(principal: Principal, id: string): Promise<CallDetailsDto> {
    const { uuid, ...call } = await this.get(id);
    if (!principal.permissions.includes('personal-data:read')) return call;
    return { ...call, notes: await this.notes.ofCalls([uuid]) };
  }

  async get(id: string): Promise<CallDetailsDto & { uuid: string }> {
    const call = await this.database.table(Call).findOne({ id });
    if (!call) throw AppError.notFound();
    const { node, uuid: callUuid } = call;
    const offers = await this.database.table(CallOffer).find({ callId: id }, { position: 'ASC' });
    const rows = await this.database.table(CallLeg).find({ node, callUuid }, { startedAt: 'ASC', id: 'ASC' });
    // the switch may give the caller's leg and the one that it led to the very same start
    rows.sort((a, b) => Number(b.uuid === callUuid) - Number(a.uuid === callUuid));
    const seal = await this.seals.toRead();
    const read = rows.map((row) => ({ row, leg: legOfRow(row, seal) }));
    const kept = await this.database.table(CallStay).find({ callId: id }, { position: 'ASC' });
    // of a call from before they were kept, the CDRs tell what they can
    const stays = kept.length > 0 ? kept : shownStays(staysOfLegs(callUuid, read.map(({ leg }) => leg)));
    const [known] = await this.named([call], seal);
    const [surveyAnswers, scriptSteps] = [await this.surveys.ofCall(callUuid), await this.paths.ofCall(callUuid)];
    return { ...(known as NamedCall), offers, stays, legs: read.map(({ row, leg }) => shownLeg(row, leg)), notes: null, scriptSteps, surveyAnswers };
  }
}

function startedWithin({ from, to }: CallsRequest): { startedAt?: FindOperator<Date> } {
  const bounds = [
    ...(from === undefined ? [] : [MoreThanOrEqual(new Date(from))]),
    ...(to === undefined ? [] : [LessThan(new Date(to))]),
  ];
  return bounds.length === 0 ? {} : { startedAt: And(...bounds) };
}

function shownLeg({ id, startedAt, endedAt }: CallLeg, leg: CdrLeg): CallLegDto {
  const { uuid, direction, from, to, answeredAt: answered, billSeconds, hangupCause, purpose } = leg;
  const cameIn = direction === 'inbound' && purpose === 'inbound';
  const answeredAt = answered === null ? null : new Date(answered);
  return { id, uuid, direction, cameIn, from, to, startedAt, answeredAt, endedAt, billSeconds, hangupCause };
}

function shownStays(stays: StayFacts[]): CallStayDto[] {
  const at = (time: number | null): Date | null => (time === null ? null : new Date(time));
  return stays.map((stay) => ({
    ...stay,
    joinedAt: new Date(stay.joinedAt),
    leftAt: at(stay.leftAt),
    answeredAt: at(stay.answeredAt),
    releasedAt: at(stay.releasedAt),
  }));
}
