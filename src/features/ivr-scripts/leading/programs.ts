import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../../platform/tenancy/tenant-context';
import { DRAFT } from '../domain/claim';
import { readScript } from '../domain/read-script';
import type { Program } from '../domain/script';
import { IvrScriptsRepository } from '../ivr-scripts.repository';

/** So many programs are kept in memory. */
const MOST_KEPT = 500;
/** For so long a script that others call may be older than the one that is live. */
const KEPT_MS = 5_000;

interface Kept {
  program: Promise<Program | null>;
  until: number;
}

/** Scripts as the engine runs them. A version never changes, a draft may at any time; the scripts that either calls are those that are live. */
@Injectable()
export class Programs {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly scripts: IvrScriptsRepository) {}

  /** @returns null where there is no such version, or it is no script any more */
  of(scriptId: string, version: number): Promise<Program | null> {
    if (version === DRAFT) return this.load(scriptId, version);
    const key = `${tenantContext.tenantId()} ${scriptId} ${version}`;
    const known = this.kept.get(key);
    if (known && known.until > performance.now()) return known.program;
    const program = this.load(scriptId, version);
    program.catch(() => this.kept.delete(key));
    this.kept.delete(key);
    this.kept.set(key, { program, until: performance.now() + KEPT_MS });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return program;
  }

  private async load(scriptId: string, version: number): Promise<Program | null> {
    const script = await this.scripts.find(scriptId);
    const document = version === DRAFT ? script?.draft : (await this.scripts.findVersion(scriptId, version))?.document;
    const own = document && readScript(document);
    if (!script || !own?.ok) return null;
    return { name: script.name, scripts: (await this.scripts.liveScripts()).set(script.name, own.script) };
  }
}
