import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { AgentsReader } from '../agents/agents.reader';
import { HandsReader } from '../hands/hands.reader';
import { QueuesReader } from '../queues/queues.reader';
import { SeatsReader } from '../seats/seats.reader';
import { alarmOf } from './domain/alarm-of';
import { type Floor, floorOf } from './domain/floor';
import { liveHand } from './domain/live-hand';
import { callFor, handFor, type Viewer } from './domain/viewer';
import { LiveStore } from './live-store';

@Injectable()
export class LiveService {
  constructor(
    private readonly store: LiveStore,
    private readonly agents: AgentsReader,
    private readonly queues: QueuesReader,
    private readonly seats: SeatsReader,
    private readonly hands: HandsReader,
    private readonly clock: Clock,
  ) {}

  async viewer(principal: Principal): Promise<Viewer> {
    const seesNumbers = principal.permissions.includes('personal-data:read');
    const agent = principal.kind === 'user' ? await this.agents.ofUser(principal.id) : null;
    return { id: principal.id, seesNumbers, seesHands: principal.permissions.includes('agents:read'), agent: agent?.number ?? null };
  }

  async floorFor(principal: Principal): Promise<Floor> {
    return this.floor(await this.viewer(principal));
  }

  /** The tenant's floor at this moment. The cursor is read first: what changes meanwhile comes again, never not. */
  async floor(viewer: Viewer): Promise<Floor> {
    const tenantId = tenantContext.tenantId();
    const cursor = await this.store.cursor();
    const [calls, states, wrapUps, agents, queues, suspended, open] = await Promise.all([
      this.store.calls(tenantId),
      this.store.agents(tenantId),
      this.store.wrapUps(tenantId),
      this.agents.all(),
      this.queues.idsByName(),
      this.seats.suspended(),
      this.hands.open(),
    ]);
    const shown = calls.map((call) => callFor(viewer, call));
    const hands = open.flatMap((hand) => handFor(viewer, liveHand(hand)) ?? []);
    const alarms = suspended.flatMap((seat) => alarmOf(seat) ?? []);
    const sources = { cursor, now: this.clock.now(), calls: shown, states, wrapUps, agents, queues: [...queues.keys()], alarms, hands };
    return floorOf(sources);
  }
}
