import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { CallLeg } from './call-leg.entity';
import { Call } from './call.entity';
import { type CallName, CallNumbers } from './domain/call-numbers';
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
      for (const call of calls) forgotten += await this.forgetNumbersOf(call);
    }
    return forgotten;
  }

  override async forgetLegs(before: Date): Promise<number> {
    let forgotten = 0;
    for await (const legs of this.portions(CallLeg, before)) {
      for (const leg of legs) forgotten += await this.forgetNumbersOfLeg(leg);
    }
    return forgotten;
  }

  override async callsWith(number: string): Promise<CallName[]> {
    const table = this.database.table(Call);
    const callers = await table.find({ direction: 'inbound', fromNumber: number });
    return [...callers, ...(await table.find({ direction: 'outbound', toNumber: number }))];
  }

  override async forgetCall({ id, node, uuid: callUuid }: CallName): Promise<number> {
    let forgotten = 0;
    for (const leg of await this.database.table(CallLeg).find({ node, callUuid })) {
      forgotten += await this.forgetNumbersOfLeg(leg);
    }
    const call = await this.database.table(Call).findOne({ id });
    if (call) await this.forgetNumbersOf(call);
    return forgotten;
  }

  /** As its first leg has them: a call comes in to us, and goes out from a phone of ours. */
  private async forgetNumbersOf({ id, direction, fromNumber: from, toNumber: to }: Call): Promise<number> {
    const purpose = direction as 'inbound' | 'outbound' | 'internal';
    const left = forgetNumbers({ direction: 'inbound', purpose, from, to });
    return left ? this.database.table(Call).update({ id }, { fromNumber: left.from, toNumber: left.to }) : 0;
  }

  private async forgetNumbersOfLeg({ id, direction, facts }: CallLeg): Promise<number> {
    const left = forgetNumbers({ direction, ...facts });
    return left ? this.database.table(CallLeg).update({ id }, { facts: { ...facts, ...left } }) : 0;
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
