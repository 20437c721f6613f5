import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { FieldSeal } from '../../platform/encryption/field-seal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { sealNumbers } from '../../platform/encryption/sealed-numbers';
import { everySpellingOf } from '../customers/domain/caller-number';
import { KeptNotes } from '../call-notes/domain/kept-notes';
import { KeptHandTexts } from '../hands/domain/kept-hand-texts';
import { CallLeg } from './call-leg.entity';
import { Call } from './call.entity';
import { type CallName, CallNumbers } from './domain/call-numbers';
import { knownCall, numberColumns } from './domain/call-numbers-columns';
import { forgetNumbers } from './domain/forget-numbers';
import { legOfRow, legPlace } from './domain/leg-row';

/** So many rows at once: nobody waits for their locks. */
const PORTION = 500;

@Injectable()
export class CallNumbersService extends CallNumbers {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly notes: KeptNotes,
    private readonly hands: KeptHandTexts,
  ) {
    super();
  }

  override async forgetCalls(before: Date): Promise<number> {
    await this.notes.forgetBefore(before);
    await this.hands.forgetBefore(before);
    let forgotten = 0;
    for await (const calls of this.portions(Call, before)) {
      const seal = await this.seals.toRead();
      for (const call of calls) forgotten += await this.forgetNumbersOf(call, seal);
    }
    return forgotten;
  }

  override async forgetLegs(before: Date): Promise<number> {
    let forgotten = 0;
    for await (const legs of this.portions(CallLeg, before)) {
      const seal = await this.seals.toRead();
      for (const leg of legs) forgotten += await this.forgetNumbersOfLeg(leg, seal);
    }
    return forgotten;
  }

  override async callsWith(number: string): Promise<CallName[]> {
    const seal = await this.seals.toRead();
    const indexes = In(everySpellingOf(number).flatMap((spelling) => seal.index(spelling) ?? []));
    const table = this.database.table(Call);
    const callers = await table.find({ direction: 'inbound', fromIndex: indexes });
    return [...callers, ...(await table.find({ direction: 'outbound', toIndex: indexes }))];
  }

  override async forgetCall({ id, node, uuid: callUuid }: CallName): Promise<number> {
    const seal = await this.seals.toRead();
    await this.notes.forgetCall(callUuid);
    await this.hands.forgetCall(callUuid);
    let forgotten = 0;
    for (const leg of await this.database.table(CallLeg).find({ node, callUuid })) {
      forgotten += await this.forgetNumbersOfLeg(leg, seal);
    }
    const call = await this.database.table(Call).findOne({ id });
    if (call) await this.forgetNumbersOf(call, seal);
    return forgotten;
  }

  /**
   * As its first leg has them: a call comes in to us, and goes out from a phone of ours. The customer goes with the number,
   * whom it would name as well; what the caller was worth stays, for the figures.
   */
  private async forgetNumbersOf(call: Call, seal: FieldSeal): Promise<number> {
    const { id, direction, fromNumber: from, toNumber: to } = knownCall(call, seal);
    const purpose = direction as 'inbound' | 'outbound' | 'internal';
    const left = forgetNumbers({ direction: 'inbound', purpose, from, to });
    return left ? this.database.table(Call).update({ id }, { ...numberColumns(seal, id, left), customerId: null }) : 0;
  }

  private async forgetNumbersOfLeg(leg: CallLeg, seal: FieldSeal): Promise<number> {
    const { id } = leg;
    const left = forgetNumbers(legOfRow(leg, seal));
    if (!left) return 0;
    return this.database.table(CallLeg).update({ id }, { numbersSealed: sealNumbers(seal, legPlace(id), left) });
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
