import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import { Configuration } from '../../platform/tenancy/configuration';
import { type ChangedPlace, differenceOf } from './domain/script-difference';
import type { IvrScript } from './ivr-script.entity';
import type { IvrScriptVersion } from './ivr-script-version.entity';
import type { IvrScriptVersionsDto, PublishDto, WholeIvrScriptDto, WholeIvrScriptVersionDto } from './ivr-scripts.dto';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { IvrScriptsService } from './ivr-scripts.service';
import { ScriptArchive } from './script-archive';

/** What was published, is live, and may be live again. */
@Injectable()
export class ScriptVersionsService {
  constructor(
    private readonly scripts: IvrScriptsRepository,
    private readonly drafts: IvrScriptsService,
    private readonly configuration: Configuration,
    private readonly archive: ScriptArchive,
  ) {}

  async list(id: string): Promise<IvrScriptVersionsDto> {
    const script = await this.drafts.find(id);
    return { versions: (await this.scripts.versionsOf(id)).map((version) => shown(script, version)) };
  }

  async get(id: string): Promise<WholeIvrScriptVersionDto> {
    const version = await this.scripts.findVersionById(id);
    if (!version) throw AppError.notFound();
    return shown(await this.drafts.find(version.scriptId), version);
  }

  /**
   * The next call is led by it. A draft that equals the live version is not published again: the second click changes
   * nothing. A version of earlier must be right for what the tenant has today.
   */
  publish(id: string, version: number, { number, note = '' }: PublishDto): Promise<WholeIvrScriptDto> {
    return this.configuration.change(async () => {
      const script = await this.drafts.find(id);
      const document = number === undefined ? script.draft : (await this.version(id, number)).document;
      await this.refuseFaulty(id, document);
      const live = number ?? (await this.archive.keep(id, document, note));
      if (!(await this.scripts.save(id, version, { live }))) throw AppError.stale();
      return this.drafts.get(id);
    });
  }

  /** Callers go straight to their number's queue. */
  withdraw(id: string, version: number): Promise<WholeIvrScriptDto> {
    return this.configuration.change(async () => {
      await this.drafts.find(id);
      if (!(await this.scripts.save(id, version, { live: null }))) throw AppError.stale();
      return this.drafts.get(id);
    });
  }

  async difference(id: string, from: number, to: number | undefined): Promise<{ changes: ChangedPlace[] }> {
    const before = await this.version(id, from);
    const after = to === undefined ? (await this.drafts.find(id)).draft : (await this.version(id, to)).document;
    return { changes: differenceOf(before.document, after) };
  }

  private async version(id: string, number: number): Promise<IvrScriptVersion> {
    const version = await this.scripts.findVersion(id, number);
    if (!version) throw AppError.notFound();
    return version;
  }

  private async refuseFaulty(id: string, document: object): Promise<void> {
    const { problems, findings } = await this.drafts.check(id, document);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (problems.length === 0 && errors.length === 0) return;
    throw new AppError('invalid_request', 'The script is not right yet: check it.', [
      ...problems.map(({ pointer, rule }) => ({ pointer: `/draft${pointer}`, rule })),
      ...errors.map(({ step, code }) => ({ pointer: step === null ? '/draft' : `/draft/steps/${step}`, rule: `has an error that the check tells: ${code}` })),
    ]);
  }
}

function shown({ live }: IvrScript, version: IvrScriptVersion): WholeIvrScriptVersionDto {
  return { ...version, state: version.number === live ? 'published' : 'archived' };
}
