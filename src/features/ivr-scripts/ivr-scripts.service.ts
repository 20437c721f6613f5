import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { NumbersReader } from '../numbers/numbers.reader';
import { QueuesReader } from '../queues/queues.reader';
import { checkScript } from './domain/check-script';
import { differenceOf } from './domain/script-difference';
import { MOST_BYTES, readScript } from './domain/read-script';
import type { IvrScript } from './ivr-script.entity';
import type { ChangeIvrScriptDto, CheckDto, CreateIvrScriptDto, WholeIvrScriptDto } from './ivr-scripts.dto';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { ScriptKnowledge } from './script-knowledge';

type ShownScript = WholeIvrScriptDto & { version: number };

/** Scripts and their drafts, as people work on them. */
@Injectable()
export class IvrScriptsService {
  constructor(
    private readonly scripts: IvrScriptsRepository,
    private readonly knowledge: ScriptKnowledge,
    private readonly numbers: NumbersReader,
    private readonly queues: QueuesReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async list(request: PageRequest): Promise<Page<ShownScript>> {
    const page = await this.scripts.page(request);
    return { ...page, data: await Promise.all(page.data.map((script) => this.shown(script))) };
  }

  async find(id: string): Promise<IvrScript> {
    const script = await this.scripts.find(id);
    if (!script) throw AppError.notFound();
    return script;
  }

  async get(id: string): Promise<ShownScript> {
    return this.shown(await this.find(id));
  }

  create({ name, description = '', draft }: CreateIvrScriptDto): Promise<WholeIvrScriptDto> {
    return this.configuration.change(async () => {
      if (await this.scripts.findByName(name)) throw new AppError('conflict', 'There is a script of that name.');
      const [id, createdAt] = [newId('ivrScript'), this.clock.now()];
      const document = checkedSize(draft ?? (await this.usualDraft()));
      await this.scripts.insert({ id, name, description, draft: document, live: null, version: 1, createdAt });
      return this.get(id);
    });
  }

  /** A draft is kept as it is: half done, it is work that must not be lost. */
  change(id: string, version: number, { description, draft }: ChangeIvrScriptDto): Promise<WholeIvrScriptDto> {
    return this.configuration.change(async () => {
      await this.find(id);
      const patch = { ...(description !== undefined && { description }), ...(draft && { draft: checkedSize(draft) }) };
      if (!(await this.scripts.save(id, version, patch))) throw AppError.stale();
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      const { name } = await this.find(id);
      const users = [...(await this.numbers.ofScript(name)), ...(await this.callersOf(name))];
      if (users.length > 0) throw new AppError('conflict', `The script is in use: ${users.join(', ')}.`);
      if (!(await this.scripts.remove(id, version))) throw AppError.stale();
    });
  }

  /** What is wrong with a document under the name of this script. */
  async check(id: string, document: object): Promise<CheckDto> {
    const { name } = await this.find(id);
    const reading = readScript(document);
    if (!reading.ok) return { problems: reading.problems, findings: [] };
    return { problems: [], findings: checkScript(name, reading.script, await this.knowledge.gather()) };
  }

  private async shown(script: IvrScript): Promise<ShownScript> {
    const live = script.live === null ? null : await this.scripts.findVersion(script.id, script.live);
    const changed = live === null || differenceOf(live.document, script.draft).length > 0;
    return { ...script, publishedAt: live?.createdAt ?? null, changed };
  }

  /** The published scripts that call it. */
  private async callersOf(name: string): Promise<string[]> {
    const { scripts } = await this.knowledge.gather();
    return [...scripts].filter(([, called]) => called.includes(name)).map(([caller]) => caller);
  }

  /** Straight to a queue. */
  private async usualDraft(): Promise<object> {
    const [queue = 'queue'] = (await this.queues.idsByName()).keys();
    return { start: 'people', fallback: queue, steps: { people: { type: 'queue', queue } } };
  }
}

function checkedSize(draft: object): object {
  if (JSON.stringify(draft).length > MOST_BYTES) throw AppError.invalid('/draft', `must be ${MOST_BYTES / 1024} kB at the most`);
  return draft;
}
