import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { AgentsReader } from '../agents/agents.reader';
import { CalendarsReader } from '../calendars/calendars.reader';
import { QueuesReader } from '../queues/queues.reader';
import { soundsIn } from '../tenants/known-sounds.reader';
import type { Known } from './domain/check-script';
import { readScript } from './domain/read-script';
import { kindOf } from './domain/steps/registry';
import { IvrScriptsRepository } from './ivr-scripts.repository';

/** What a tenant's scripts may name at this moment. */
@Injectable()
export class ScriptKnowledge {
  constructor(
    private readonly scripts: IvrScriptsRepository,
    private readonly queues: QueuesReader,
    private readonly calendars: CalendarsReader,
    private readonly agents: AgentsReader,
    private readonly config: Config,
  ) {}

  async gather(): Promise<Known> {
    const [queues, calendars, agents, documents] = await Promise.all([
      this.queues.idsByName(),
      this.calendars.idsByName(),
      this.agents.idsByNumber(),
      this.scripts.liveDocuments(),
    ]);
    return {
      sounds: await this.sounds(),
      queues: new Set(queues.keys()),
      calendars: new Set(calendars.keys()),
      segments: new Set(),
      agents: new Set(agents.keys()),
      scripts: new Map([...documents].map(([name, document]) => [name, scriptsCalledBy(document)])),
    };
  }

  private async sounds(): Promise<Set<string>> {
    if (this.config.SOUNDS_DIR === undefined) return new Set();
    return new Set([...(await soundsIn(this.config.SOUNDS_DIR)).values()].flatMap((names) => [...names]));
  }
}

function scriptsCalledBy(document: object): string[] {
  const reading = readScript(document);
  if (!reading.ok) return [];
  return [...reading.script.steps.values()].flatMap((step) => [...(kindOf(step).mentions(step).scripts ?? [])]);
}
