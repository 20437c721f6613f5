import { Injectable } from '@nestjs/common';
import { UsageNumbers } from './domain/usage-numbers';
import { UsageRepository } from './usage.repository';

@Injectable()
export class UsageNumbersService extends UsageNumbers {
  constructor(private readonly usage: UsageRepository) {
    super();
  }

  override async forget(before: Date): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const some = await this.usage.forgetNumbers(before);
      if (some === 0) return forgotten;
      forgotten += some;
    }
  }

  override forgetOfCall(callId: string): Promise<{ forgotten: number; kept: number }> {
    return this.usage.forgetNumbersOf(callId);
  }
}
