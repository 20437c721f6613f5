import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { offeredFor, WRAP_UP_CODE } from './domain/wrap-up-code';
import { WrapUpCode } from './wrap-up-code.entity';

const WITH_QUEUES = `
  SELECT c.code, c.active, q.name AS queue FROM wrap_up_codes c
    LEFT JOIN wrap_up_code_queues cq ON cq.tenant_id = c.tenant_id AND cq.wrap_up_code_id = c.id
    LEFT JOIN queues q ON q.tenant_id = cq.tenant_id AND q.id = cq.queue_id
   WHERE c.tenant_id = ?`;

interface CodeWithQueues {
  code: string;
  active: boolean;
  queues: string[];
}

/** The narrow questions that other features may ask. */
@Injectable()
export class WrapUpCodesReader {
  constructor(private readonly database: TenantDatabase) {}

  /** With the names of their queues. */
  async all(): Promise<CodeWithQueues[]> {
    const rows = await this.database.sql<{ code: string; active: number; queue: string | null }>(WITH_QUEUES, [tenantContext.tenantId()]);
    const codes = new Map<string, CodeWithQueues>();
    for (const { code, active, queue } of rows) {
      const known = codes.get(code) ?? { code, active: Boolean(Number(active)), queues: [] };
      codes.set(code, { ...known, queues: queue === null ? known.queues : [...known.queues, queue] });
    }
    return [...codes.values()];
  }

  /** Whether a call of that queue may have the code; it is held until the transaction ends, so that nobody removes it meanwhile. */
  async holdOffered(code: string, queue: string | null): Promise<boolean> {
    // what is no code is not looked for: the column is ASCII
    if (!WRAP_UP_CODE.pattern.test(code)) return false;
    await this.database.table(WrapUpCode).lockOne({ code });
    return offeredFor(await this.all(), queue).some((each) => each.code === code);
  }
}
