import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { PathBook } from './domain/path-book';
import { ScriptPath } from './script-path.entity';

/** The only place that writes callers' paths. */
@Injectable()
export class ScriptPathsRepository extends PathBook {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async keep(callUuid: string, steps: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const table = this.database.table(ScriptPath);
      const kept = await table.findOne({ callUuid });
      if (!kept) return table.insert({ id: newId('scriptPath'), createdAt: this.clock.now(), callUuid, steps: [...steps] });
      if (steps.length > kept.steps.length) await table.update({ callUuid }, { steps: [...steps] });
    });
  }
}
