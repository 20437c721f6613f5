import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { StockClaims } from './domain/stock-claims';
import { NumberStockRepository } from './number-stock.repository';

/** The stock as whoever leases numbers sees it. */
@Injectable()
export class NumberClaims implements StockClaims {
  constructor(
    private readonly stock: NumberStockRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * A transaction of the provider's own, which is over before the lease is written: of two tenants the second finds the
   * number held. Should the lease not come about, the number stays held for whoever wanted it.
   */
  claim(number: string): Promise<boolean> {
    const tenantId = tenantContext.tenantId();
    return this.stock.transaction(async () => {
      const row = await this.stock.lockByNumber(number);
      if (!row || (row.heldFor !== null && row.heldFor !== tenantId)) return false;
      if (await this.stock.isLeased(number)) return false;
      if (row.heldFor === null) await this.stock.hold([row.id], null, tenantId);
      return true;
    });
  }

  ofOthers(numbers: readonly string[], slug: string): Promise<string[]> {
    return this.stock.ofOthers(numbers, slug);
  }

  async assign(numbers: readonly string[]): Promise<void> {
    if (numbers.length === 0) return;
    const tenantId = tenantContext.tenantId();
    const there = await this.stock.among(numbers);
    await this.add(numbers.filter((number) => !there.some((row) => row.number === number)), tenantId);
    // what else is held for others is so for tenants that were removed: ofOthers was asked
    for (const from of new Set(there.map(({ heldFor }) => heldFor))) {
      const rows = there.filter(({ heldFor }) => heldFor === from);
      if (from === tenantId) continue;
      const held = await this.stock.hold(rows.map(({ id }) => id), from, tenantId);
      if (held < rows.length) throw new AppError('number_taken', `The number ${rows[0]!.number} belongs to another tenant.`);
    }
  }

  private async add(numbers: readonly string[], heldFor: string): Promise<void> {
    const createdAt = this.clock.now();
    const rows = numbers.map((number) => ({ id: newId('stockedNumber'), number, heldFor, createdAt }));
    if (rows.length > 0) await this.stock.insert(rows);
  }
}
