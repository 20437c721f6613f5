import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { IvrScript } from './ivr-script.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class IvrScriptsReader {
  constructor(private readonly database: TenantDatabase) {}

  /** Whether there is a script of that name, held until the transaction ends, so that nobody removes it meanwhile. */
  async holdKnown(name: string): Promise<boolean> {
    return (await this.database.table(IvrScript).lock({ name })).length > 0;
  }
}
