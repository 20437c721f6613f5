import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { CallLeg } from './call-leg.entity';
import { Call } from './call.entity';
import { CallNumbers } from './domain/call-numbers';
import { forgetNumbers } from './domain/forget-numbers';

/** So many rows at once: nobody waits for their locks. */
const PORTION = 500;

@Injectable()
export class CallNumbersService extends CallNumbers {
  constructor(private readonly database: TenantDatabase) {
    super();
  }

  override async forgetCalls(before: Date): Promise<number> {
    let forgotten = 0;
    for await (const calls of this.portions(Call, before)) {
      for (const { id, direction, fromNumber: from, toNumber: to } of calls) {
        const purpose = direction as 'inbound' | 'outbound' | 'internal';
        // as its first leg has it: a call comes in to us, and goes out from a phone of ours
        const left = forgetNumbers({ direction: 'inbound', purpose, from, to });
        if (!left) continue;
        forgotten += await this.database.table(Call).update({ id }, { fromNumber: left.from, toNumber: left.to });
      }
    }
    return forgotten;
  }

  override async forgetLegs(before: Date): Promise<number> {
    let forgotten = 0;
    for await (const legs of this.portions(CallLeg, before)) {
      for (const { id, direction, facts } of legs) {
        const left = forgetNumbers({ direction, ...facts });
        if (left) forgotten += await this.database.table(CallLeg).update({ id }, { facts: { ...facts, ...left } });
      }
    }
    return forgotten;
  }

  /** Every row that began before an instant, once. */
  private async *portions<E extends Call | CallLeg>(entity: new () => E, before: Date): AsyncGenerator<E[]> {
    for (let last = ''; ; ) {
      const rows = await this.database
        .table<E>(entity)
        .query('row')
        .andWhere('row.id > :last AND row.startedAt < :before', { last, before })
        .orderBy('row.id')
        .limit(PORTION)
        .getMany();
      if (rows.length > 0) yield rows;
      if (rows.length < PORTION) return;
      last = rows.at(-1)?.id ?? last;
    }
  }
}
