import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { AgentsReader } from '../agents/agents.reader';
import { CallbacksReader } from '../callbacks/callbacks.reader';
import { QueuesReader } from '../queues/queues.reader';
import type { OwnCallbacksDto } from './own-desk.dto';

const MOST_LONGEST = 5;

/** Who waits to be called back by an agent's queues. */
@Injectable()
export class OwnCallbacksService {
  constructor(
    private readonly agents: AgentsReader,
    private readonly queues: QueuesReader,
    private readonly callbacks: CallbacksReader,
    private readonly clock: Clock,
  ) {}

  async waiting({ id }: Principal): Promise<OwnCallbacksDto> {
    const agent = await this.agents.ofUser(id);
    if (!agent) throw AppError.notFound();
    return this.callbacks.waitingIn(await this.queues.namesOfAgent(agent.id), this.clock.now(), MOST_LONGEST);
  }
}
