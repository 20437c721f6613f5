import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import { Configuration } from '../../platform/tenancy/configuration';
import { AgentsReader } from '../agents/agents.reader';
import type { AgentQueueDto, AgentQueueListDto } from './agent-queues.dto';
import { QueuesRepository } from './queues.repository';

/** Which queues one agent serves: what a supervisor changes from hour to hour. Those by skill follow from what he can do. */
@Injectable()
export class AgentQueuesService {
  constructor(
    private readonly queues: QueuesRepository,
    private readonly agents: AgentsReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async list(agentId: string): Promise<AgentQueueListDto> {
    if (!(await this.agents.find(agentId))) throw AppError.notFound();
    return { queues: await this.queues.placesOfAgent(agentId) };
  }

  set(agentId: string, wanted: AgentQueueDto[]): Promise<AgentQueueListDto> {
    return this.configuration.change(async () => {
      if (!(await this.agents.find(agentId))) throw AppError.notFound();
      await this.refuse(wanted);
      const createdAt = this.clock.now();
      const tiers = wanted.flatMap(({ bySkill = false, ...tier }) => (bySkill ? [] : [{ ...tier, id: newId('tier'), agentId, createdAt }]));
      await this.queues.touch(await this.queues.replaceTiersOf(agentId, tiers));
      return this.list(agentId);
    });
  }

  private async refuse(wanted: AgentQueueDto[]): Promise<void> {
    const ids = wanted.map(({ queueId }) => queueId);
    const again = ids.findIndex((id, at) => ids.indexOf(id) < at);
    if (again >= 0) throw AppError.invalid(`/queues/${again}/queue_id`, 'must be named once');
    const known = await this.queues.lockExisting([...ids].sort());
    const unknown = ids.findIndex((id) => !known.has(id));
    if (unknown >= 0) throw AppError.invalid(`/queues/${unknown}/queue_id`, 'must be a queue of this tenant');
  }
}
