import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { AgentsReader } from '../agents/agents.reader';
import { QueuesReader } from '../queues/queues.reader';
import { type Floor, floorOf } from './domain/floor';
import { LiveStore } from './live-store';

@Injectable()
export class LiveService {
  constructor(
    private readonly store: LiveStore,
    private readonly agents: AgentsReader,
    private readonly queues: QueuesReader,
    private readonly clock: Clock,
  ) {}

  /** The tenant's floor at this moment. The cursor is read first: what changes meanwhile comes again, never not. */
  async floor(): Promise<Floor> {
    const tenantId = tenantContext.tenantId();
    const cursor = await this.store.cursor();
    const [calls, states, agents, queues] = await Promise.all([
      this.store.calls(tenantId),
      this.store.agents(tenantId),
      this.agents.all(),
      this.queues.idsByName(),
    ]);
    return floorOf({ cursor, now: this.clock.now(), calls, states, agents, queues: [...queues.keys()] });
  }
}
