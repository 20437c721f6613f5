import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { readScript } from './domain/read-script';
import type { Script } from './domain/script';
import { IvrScript } from './ivr-script.entity';
import { IvrScriptVersion } from './ivr-script-version.entity';

/** The only place that writes scripts and their versions. */
@Injectable()
export class IvrScriptsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<IvrScript>> {
    return this.database.table(IvrScript).page(request);
  }

  all(): Promise<IvrScript[]> {
    return this.database.table(IvrScript).find();
  }

  find(id: string): Promise<IvrScript | null> {
    return this.database.table(IvrScript).findOne({ id });
  }

  findByName(name: string): Promise<IvrScript | null> {
    return this.database.table(IvrScript).findOne({ name });
  }

  insert(script: Omit<IvrScript, 'tenantId'>): Promise<void> {
    return this.database.table(IvrScript).insert(script);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<Pick<IvrScript, 'description' | 'draft' | 'live'>>): Promise<boolean> {
    return (await this.database.table(IvrScript).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(IvrScriptVersion).remove({ scriptId: id });
    return (await this.database.table(IvrScript).remove({ id, version })) === 1;
  }

  versionsOf(scriptId: string): Promise<IvrScriptVersion[]> {
    return this.database.table(IvrScriptVersion).find({ scriptId }, { number: 'DESC' });
  }

  findVersion(scriptId: string, number: number): Promise<IvrScriptVersion | null> {
    return this.database.table(IvrScriptVersion).findOne({ scriptId, number });
  }

  findVersionById(id: string): Promise<IvrScriptVersion | null> {
    return this.database.table(IvrScriptVersion).findOne({ id });
  }

  insertVersion(version: Omit<IvrScriptVersion, 'tenantId'>): Promise<void> {
    return this.database.table(IvrScriptVersion).insert(version);
  }

  /** The scripts that callers are led by, by their names; what can be read no more leads nobody. */
  async liveScripts(): Promise<Map<string, Script>> {
    const live = await this.liveVersions();
    const readings = live.map(({ script: { name }, version: { document } }) => ({ name, reading: readScript(document) }));
    return new Map(readings.flatMap(({ name, reading }) => (reading.ok ? [[name, reading.script]] : [])));
  }

  async liveVersions(): Promise<{ script: IvrScript; version: IvrScriptVersion }[]> {
    const scripts = await this.database.table(IvrScript).find({ live: Not(IsNull()) });
    const versions = await Promise.all(scripts.map(({ id, live }) => this.findVersion(id, live as number)));
    return scripts.flatMap((script, index) => (versions[index] ? [{ script, version: versions[index] }] : []));
  }
}
