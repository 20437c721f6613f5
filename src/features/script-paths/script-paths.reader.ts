import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { ScriptPath } from './script-path.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class ScriptPathsReader {
  constructor(private readonly database: TenantDatabase) {}

  /** `script/step`, the first ones first; none where no script led the caller. */
  async ofCall(callUuid: string): Promise<string[]> {
    return (await this.database.table(ScriptPath).findOne({ callUuid }))?.steps ?? [];
  }
}
