import { Injectable } from '@nestjs/common';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { everySpellingOf } from '../customers/domain/caller-number';
import type { Callback } from './callback.entity';
import { CallbacksRepository } from './callbacks.repository';
import { CallbackNumbers } from './domain/callback-numbers';

const PORTION = 500;

@Injectable()
export class CallbackNumbersService extends CallbackNumbers {
  constructor(
    private readonly callbacks: CallbacksRepository,
    private readonly seals: FieldSeals,
  ) {
    super();
  }

  override async forget(number: string): Promise<number> {
    const seal = await this.seals.toRead();
    let forgotten = 0;
    for (const index of everySpellingOf(number).flatMap((spelling) => seal.index(spelling) ?? [])) {
      for (const callback of await this.callbacks.ofNumber(index)) forgotten += await this.forgetOne(callback);
    }
    return forgotten;
  }

  override async forgetBefore(before: Date): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const portion = await this.callbacks.olderThan(before, PORTION);
      for (const callback of portion) forgotten += await this.forgetOne(callback);
      if (portion.length < PORTION) return forgotten;
    }
  }

  private async forgetOne({ id, version, state }: Callback): Promise<number> {
    const isOpen = state === 'waiting' || state === 'dialling';
    const patch = { sealed: null, numberIndex: null, openIndex: null, ...(isOpen && { state: 'cancelled' as const }) };
    return (await this.callbacks.save(id, version, patch)) ? 1 : 0;
  }
}
