import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { changeOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { IvrScriptSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { differenceOf } from './domain/script-difference';
import type { IvrScript } from './ivr-script.entity';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { ScriptArchive } from './script-archive';

const keyOf = (script: IvrScriptSpec) => script.name;

/** The live scripts of a tenant's file. Drafts that were never published stand in no file, and none takes them away. */
@Injectable()
export class IvrScriptsPart implements TenantPart, OnModuleInit {
  /** After all that a script may name. */
  readonly order = 68;

  constructor(
    private readonly parts: TenantParts,
    private readonly scripts: IvrScriptsRepository,
    private readonly archive: ScriptArchive,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const live = await this.scripts.liveVersions();
    if (live.length === 0) return { ivrScripts: null };
    return { ivrScripts: live.map(({ script: { name, description }, version: { document } }) => ({ name, description, document })) };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.ivrScripts ?? [], desired.ivrScripts ?? [], keyOf);
    for (const spec of [...added, ...changed]) await this.publish(spec);
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.ivrScripts ?? [], desired?.ivrScripts ?? [], keyOf);
    const names = new Set(removed.map(keyOf));
    const gone = (await this.scripts.all()).filter(({ name }) => desired === null || names.has(name));
    for (const { id, version } of gone) await this.scripts.remove(id, version);
  }

  private async publish({ name, description, document }: IvrScriptSpec): Promise<void> {
    const script = (await this.scripts.findByName(name)) ?? (await this.create(name, document));
    const hasOpenDraft = await this.hasOpenDraft(script);
    const live = await this.archive.keep(script.id, document);
    await this.scripts.save(script.id, script.version, { description, live, ...(!hasOpenDraft && { draft: document }) });
  }

  private async create(name: string, draft: object): Promise<IvrScript> {
    await this.scripts.insert({ id: newId('ivrScript'), name, description: '', draft, live: null, version: 1, createdAt: this.clock.now() });
    return (await this.scripts.findByName(name))!;
  }

  /** Whether somebody works on it: that is not written over. */
  private async hasOpenDraft({ id, draft, live }: IvrScript): Promise<boolean> {
    const version = live === null ? null : await this.scripts.findVersion(id, live);
    return version !== null && differenceOf(version.document, draft).length > 0;
  }
}
