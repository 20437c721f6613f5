import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
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
export class SpoolSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | null = null;

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

  async onApplicationShutdown(): Promise<void> {
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
    for (let at = 0; at < cdrs.length; at += TOGETHER) {
      await Promise.all(cdrs.slice(at, at + TOGETHER).map((name) => this.bringIn(join(directory, name))));
    }
    if (cdrs.length > 0) this.log.info({ cdrs: cdrs.length }, 'CDR spool swept');
  }

  /** Deleted only once it is safe; a crash between the two brings it in again, which changes nothing. */
  private async bringIn(path: string): Promise<void> {
    const body = await readFile(path);
    // the switch writes in place and ends with a newline: without one it is still writing, or died of it long ago
    if (body.at(-1) !== NEWLINE && Date.now() - (await stat(path)).mtimeMs < ABANDONED_MS) return;
    await this.intake.take(this.config.SWITCH_NODE, body);
    await unlink(path);
  }
}
