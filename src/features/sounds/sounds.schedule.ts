import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { Speech } from '../../platform/speech/speech';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TenantsReader } from '../tenants/tenants.reader';
import { SoundStore } from './sound-store';
import { SoundsRepository } from './sounds.repository';

/** No call plays a file so long, and no transaction that wrote one is open so long. */
const LEFT_MS = 24 * 3600 * 1000;

/** Each night removes the files that were replaced, whose sounds are gone, or that never came to have a row. */
@Injectable()
export class SoundsSchedule {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly sounds: SoundsRepository,
    private readonly store: SoundStore,
    private readonly speech: Speech,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Cron('0 50 3 * * *', { name: 'sounds', timeZone: 'UTC' })
  async run(): Promise<void> {
    if (this.config.TENANT_SOUNDS_DIR === undefined) return;
    for (const { id, removedAt } of await this.tenants.everyone()) {
      await tenantContext
        .open({ tenantId: id }, () => this.sweep(removedAt !== null))
        .catch((error: unknown) => this.log.error({ err: error, tenantId: id }, 'files of sounds could not be swept, will try again tomorrow'));
    }
  }

  /** The rows are read after the folder would be too late: a file that comes meanwhile is too young to go. */
  private async sweep(isRemoved: boolean): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LEFT_MS);
    await this.store.removeLeftovers(await this.sounds.allTakes(), before);
    if (isRemoved) await this.speech.forget();
  }
}
