import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { AgentsReader } from '../agents/agents.reader';
import { CallNotesReader } from '../call-notes/call-notes.reader';
import { CallsReader } from '../calls/calls.reader';
import type { LiveCall } from '../live/domain/live-view';
import { LiveReader } from '../live/live.reader';
import { NumbersReader } from '../numbers/numbers.reader';
import { ScriptPathsReader } from '../script-paths/script-paths.reader';
import { SeatsReader } from '../seats/seats.reader';
import { CallingCustomers } from './calling-customers.service';
import type { EarlierCallDto, OwnCallDto } from './own-desk.dto';

const MOST_EARLIER = 5;

/** What an agent should know while the phone rings. */
@Injectable()
export class OwnCallService {
  constructor(
    private readonly live: LiveReader,
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
    private readonly numbers: NumbersReader,
    private readonly calls: CallsReader,
    private readonly notes: CallNotesReader,
    private readonly customers: CallingCustomers,
    private readonly paths: ScriptPathsReader,
  ) {}

  /** @param uuid which of two */
  async present({ id }: Principal, uuid?: string): Promise<OwnCallDto> {
    const agent = await this.agents.ofUser(id);
    if (!agent) throw AppError.notFound();
    const seat = agent.signedInSeatId ? await this.seats.find(agent.signedInSeatId) : null;
    const call = await this.live.ofAgent({ number: agent.number, extension: seat?.extension ?? null }, uuid);
    if (!call) return { call: null, customer: null, scriptSteps: [], earlier: [] };
    const [numberQueue, customer, scriptSteps, earlier] = await Promise.all([
      this.numbers.queueOf(call.to), this.customers.of(call.caller?.customerId ?? null), this.paths.ofCall(call.uuid), this.earlier(call),
    ]);
    return { call: { ...call, numberQueue }, customer, scriptSteps, earlier };
  }

  /** Of those who call from outside alone: colleagues are known. */
  private async earlier({ direction, from, startedAt }: LiveCall): Promise<EarlierCallDto[]> {
    if (direction !== 'inbound' || from === '') return [];
    const calls = await this.calls.earlierFrom(from, new Date(startedAt), MOST_EARLIER);
    const notes = await this.notes.ofCalls(calls.map(({ uuid }) => uuid));
    return calls.map((call) => ({ ...call, notes: notes.filter(({ callUuid }) => callUuid === call.uuid) }));
  }
}
