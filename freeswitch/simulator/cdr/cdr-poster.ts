import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Channel } from '../channels/channel';
import type { SimulatorConfig } from '../config';
import { sleep } from '../core/clock';
import { credentialHeaders } from '../xml/xml-curl';
import { cdrDocument, type CdrSwitch } from './cdr-document';

const TIMEOUT_MS = 10_000;

interface Cdr {
  readonly uuid: string;
  readonly body: Buffer;
}

/** mod_json_cdr: posts one CDR after another; what cannot be posted goes to the spool directory. */
export class CdrPoster {
  private readonly queue: Cdr[] = [];
  private working: Promise<void> | undefined;

  constructor(
    private readonly config: SimulatorConfig['cdr'],
    private readonly host: CdrSwitch,
  ) {
    if (config.spoolDir) mkdirSync(config.spoolDir, { recursive: true });
  }

  report(channel: Channel): void {
    if (!this.config.url && !this.config.spoolDir) return;
    this.queue.push({ uuid: channel.uuid, body: Buffer.from(cdrDocument(channel, this.host), 'latin1') });
    this.working ??= this.work();
  }

  /** Resolves when everything reported so far has been posted or spooled. */
  async idle(): Promise<void> {
    await this.working;
  }

  private async work(): Promise<void> {
    for (let cdr = this.queue.shift(); cdr; cdr = this.queue.shift()) {
      if (!(await this.deliver(cdr))) this.spool(cdr);
    }
    this.working = undefined;
  }

  private async deliver(cdr: Cdr): Promise<boolean> {
    if (!this.config.url) return false;
    for (let tried = 0; tried <= this.config.retries; tried++) {
      if (tried > 0) await sleep(this.config.delaySeconds * 1000);
      if (await this.post(cdr)) return true;
    }
    return false;
  }

  private async post({ uuid, body }: Cdr): Promise<boolean> {
    try {
      const response = await fetch(`${this.config.url}?uuid=${uuid}`, {
        method: 'POST',
        headers: {
          ...credentialHeaders(this.config),
          'Content-Type': 'application/json',
          'User-Agent': 'freeswitch-json/1.0',
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response.status >= 200 && response.status < 300;
    } catch {
      return false;
    }
  }

  private spool({ uuid, body }: Cdr): void {
    if (!this.config.spoolDir) return;
    writeFileSync(join(this.config.spoolDir, `${uuid}.cdr.json`), Buffer.concat([body, Buffer.from('\n')]));
  }
}
