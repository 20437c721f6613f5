import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { RecordingPause } from './recording-pause.entity';

/** The only place that writes the pauses of recordings. */
@Injectable()
export class RecordingPausesRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** Where one lasts already nothing changes. */
  async begin(callUuid: string, pausedAt: Date): Promise<void> {
    const table = this.database.table(RecordingPause);
    if (await table.findOne({ callUuid, resumedAt: IsNull() })) return;
    await table.insert({ id: newId('recordingPause'), createdAt: this.clock.now(), callUuid, pausedAt, resumedAt: null });
  }

  /** Two that were begun in the same instant end together. */
  async end(callUuid: string, resumedAt: Date): Promise<void> {
    await this.database.table(RecordingPause).update({ callUuid, resumedAt: IsNull() }, { resumedAt });
  }
}
