import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { CdrIntake } from './cdr-intake';

const EVERY_MS = 10_000;
/** Taken in at the same time, so that they share commits; an outage may have left many thousands. */
const TOGETHER = 200;
const NEWLINE = 0x0a;
const ABANDONED_MS = 600_000;

/** Brings in the CDRs that the switch wrote to its disk while nobody took them. */
@Injectable()
export class SpoolSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly intake: CdrIntake,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.CDR_SPOOL) return;
    this.timer = setInterval(() => this.request(), EVERY_MS);
    this.request();
  }

  /** While there still is a database to write to. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.sweeping;
  }

  private request(): void {
    this.sweeping ??= this.sweep()
      .catch((error: unknown) => this.log.warn({ err: error }, 'the CDR spool could not be swept, will try again'))
      .finally(() => (this.sweeping = null));
  }

  private async sweep(): Promise<void> {
    const directory = this.config.CDR_SPOOL ?? '';
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const cdrs = names.filter((name) => name.endsWith('.cdr.json'));
    for (let at = 0; at < cdrs.length && !this.stopped; at += TOGETHER) {
      const group = cdrs.slice(at, at + TOGETHER).map((name) => this.bringIn(join(directory, name)));
      this.lookAt(await Promise.allSettled(group));
    }
    if (cdrs.length > 0) this.log.info({ cdrs: cdrs.length }, 'CDR spool swept');
  }

  /** One that cannot be brought in must not keep those behind it waiting; if none can, there is no use in going on. */
  private lookAt(results: PromiseSettledResult<void>[]): void {
    const failed = results.filter((result) => result.status === 'rejected');
    if (failed.length === results.length && failed[0]) throw failed[0].reason;
    for (const { reason } of failed) this.log.warn({ err: reason as unknown }, 'a spooled CDR could not be brought in');
  }

  /** Deleted only once it is safe; a crash between the two brings it in again, which changes nothing. */
  private async bringIn(path: string): Promise<void> {
    const body = await readFile(path).catch(nullWhereGone);
    if (body === null) return;
    // the switch writes in place and ends with a newline: without one it is still writing, or died of it long ago
    if (body.at(-1) !== NEWLINE && Date.now() - (await stat(path)).mtimeMs < ABANDONED_MS) return;
    await this.intake.take(this.config.SWITCH_NODE, body);
    await unlink(path).catch(nullWhereGone);
  }
}

/** Another worker sweeps the same spool. */
function nullWhereGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
