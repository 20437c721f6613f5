import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Rounds } from '../../platform/jobs/rounds';
import { Log } from '../../platform/logging/log';
import { CdrIntake } from './cdr-intake';

const EVERY_MS = 10_000;
/** Taken in at the same time, so that they share commits; an outage may have left many thousands. */
const TOGETHER = 500;
const NEWLINE = 0x0a;
const ABANDONED_MS = 600_000;

/** Brings in the CDRs that the switch wrote to its disk while nobody took them. */
@Injectable()
export class SpoolSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(
    () => this.sweep(),
    (error) => this.log.warn({ err: error }, 'the CDR spool could not be swept, will try again'),
  );
  /** Brought in, but still there: to be deleted only. */
  private readonly undeletable = new Set<string>();
  private readonly unreadable = new Set<string>();
  private lastTrouble: unknown;

  constructor(
    private readonly config: Config,
    private readonly intake: CdrIntake,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.CDR_SPOOL) this.rounds.start(EVERY_MS);
  }

  /** While there still is a database to write to. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /**
   * Brings in what is there now.
   * @throws when the spool cannot be listed or the store is out of reach
   */
  async sweep(): Promise<void> {
    const directory = this.config.CDR_SPOOL ?? '';
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const cdrs = names.filter((name) => name.endsWith('.cdr.json'));
    const troubles = this.troubles();
    try {
      await this.bringIn(cdrs.map((name) => join(directory, name)));
    } finally {
      if (this.troubles() > troubles) this.complain();
    }
  }

  private async bringIn(paths: string[]): Promise<void> {
    let broughtIn = 0;
    for (let at = 0; at < paths.length && !this.rounds.stopped; at += TOGETHER) {
      const group = paths.slice(at, at + TOGETHER).map((path) => this.sweepFile(path));
      broughtIn += this.lookAt(await Promise.allSettled(group));
    }
    if (broughtIn > 0) this.log.info({ cdrs: broughtIn }, 'CDR spool swept');
  }

  /**
   * How many came in. One that the store does not take must not keep those behind it waiting; where it takes none,
   * there is no use in going on.
   * @throws the store's error
   */
  private lookAt(results: PromiseSettledResult<boolean>[]): number {
    const failed = results.filter((result) => result.status === 'rejected');
    const broughtIn = results.filter((result) => result.status === 'fulfilled' && result.value).length;
    if (failed[0] && broughtIn === 0) throw failed[0].reason;
    for (const { reason } of failed) this.log.warn({ err: reason as unknown }, 'a spooled CDR could not be brought in');
    return broughtIn;
  }

  /**
   * Whether it came in. Deleted only once it is safe; a crash between the two brings it in again, which changes
   * nothing.
   * @throws when the store is out of reach
   */
  private async sweepFile(path: string): Promise<boolean> {
    if (this.undeletable.has(path)) {
      await this.remove(path);
      return false;
    }
    const body = await this.read(path);
    if (body === null) return false;
    await this.intake.take(this.config.SWITCH_NODE, body);
    await this.remove(path);
    return true;
  }

  /** Null where there is nothing to bring in now. */
  private async read(path: string): Promise<Buffer | null> {
    try {
      const body = await readFile(path);
      // the switch writes in place and ends with a newline: without one it is still writing, or died of it long ago
      const complete = body.at(-1) === NEWLINE || Date.now() - (await stat(path)).mtimeMs >= ABANDONED_MS;
      this.unreadable.delete(path);
      return complete ? body : null;
    } catch (error) {
      this.remember(this.unreadable, path, error);
      return null;
    }
  }

  private async remove(path: string): Promise<void> {
    try {
      await unlink(path);
      this.undeletable.delete(path);
    } catch (error) {
      this.remember(this.undeletable, path, error);
    }
  }

  private remember(troubled: Set<string>, path: string, error: unknown): void {
    if (isGone(error)) {
      troubled.delete(path);
      return;
    }
    troubled.add(path);
    this.lastTrouble = error;
  }

  private troubles(): number {
    return this.unreadable.size + this.undeletable.size;
  }

  /** Once for a sweep: it is mostly the directory's rights, and true of each file alike. */
  private complain(): void {
    this.log.error(
      { unreadable: this.unreadable.size, broughtInButUndeletable: this.undeletable.size, err: this.lastTrouble },
      'spooled CDRs cannot be read or deleted',
    );
  }
}

/** Another worker sweeps the same spool. */
function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
