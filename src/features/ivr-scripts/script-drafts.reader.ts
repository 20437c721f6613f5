import { Injectable } from '@nestjs/common';
import { checkScript, type Known } from './domain/check-script';
import { readScript } from './domain/read-script';
import type { IvrScript } from './ivr-script.entity';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { ScriptKnowledge } from './script-knowledge';

/** Which drafts could be published as they are. */
@Injectable()
export class ScriptDraftsReader {
  constructor(
    private readonly scripts: IvrScriptsRepository,
    private readonly knowledge: ScriptKnowledge,
  ) {}

  /** Ids by name, of those of the named scripts whose drafts have no error. */
  async sound(names: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const known = await this.knowledge.gather();
    const sound = (await this.scripts.all()).filter((script) => names.has(script.name) && isSound(script, known));
    return new Map(sound.map(({ name, id }) => [name, id]));
  }
}

function isSound({ name, draft }: IvrScript, known: Known): boolean {
  const reading = readScript(draft);
  return reading.ok && !checkScript(name, reading.script, known).some(({ severity }) => severity === 'error');
}
