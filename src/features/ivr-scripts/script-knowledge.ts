import { Injectable } from '@nestjs/common';
import { AgentsReader } from '../agents/agents.reader';
import { CalendarsReader } from '../calendars/calendars.reader';
import { QueuesReader } from '../queues/queues.reader';
import { SegmentsReader } from '../segments/segments.reader';
import { SoundsReader } from '../sounds/sounds.reader';
import type { Known } from './domain/check-script';
import { scriptsCalledBy } from './domain/steps/registry';
import { IvrScriptsRepository } from './ivr-scripts.repository';

/** What a tenant's scripts may name at this moment. */
@Injectable()
export class ScriptKnowledge {
  constructor(
    private readonly scripts: IvrScriptsRepository,
    private readonly queues: QueuesReader,
    private readonly calendars: CalendarsReader,
    private readonly agents: AgentsReader,
    private readonly sounds: SoundsReader,
    private readonly segments: SegmentsReader,
  ) {}

  async gather(): Promise<Known> {
    const [queues, calendars, agents, sounds, segments, scripts] = await Promise.all([
      this.queues.idsByName(),
      this.calendars.idsByName(),
      this.agents.idsByNumber(),
      this.sounds.names(),
      this.segments.idsByName(),
      this.scripts.liveScripts(),
    ]);
    return {
      sounds,
      queues: new Set(queues.keys()),
      calendars: new Set(calendars.keys()),
      segments: new Set(segments.keys()),
      agents: new Set(agents.keys()),
      scripts: new Map([...scripts].map(([name, script]) => [name, scriptsCalledBy(script)])),
    };
  }
}
