import { Injectable } from '@nestjs/common';
import { And, Equal, type FindOptionsWhere, In, IsNull, Like, Not, Raw } from 'typeorm';
import { findPage } from '../../platform/database/find-page';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { Rows } from '../../platform/database/provider-table';
import type { Page, PageRequest } from '../../platform/http/page';
import type { StockState } from './domain/stock-state';
import { FACTS, type FactsRow, isLeased, OF_OTHERS } from './number-stock.sql';
import { StockedNumber } from './stocked-number.entity';

const LEASED = Raw((column) => isLeased(column));
const NOT_LEASED = Raw((column) => `NOT ${isLeased(column)}`);

interface Wanted {
  /** What the number begins with; its `+` may be left out. */
  prefix?: string | undefined;
  heldFor?: string | undefined;
  state?: StockState | undefined;
}

/** The only place that writes the provider's stock of numbers. */
@Injectable()
export class NumberStockRepository {
  constructor(private readonly database: ProviderDatabase) {}

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  page(request: PageRequest, wanted: Wanted): Promise<Page<StockedNumber>> {
    const { prefix } = wanted;
    const spellings = prefix === undefined ? ['%'] : prefix.startsWith('+') ? [`${prefix}%`] : [`${prefix}%`, `+${prefix}%`];
    const where = spellings.map((spelling) => this.where(spelling, wanted));
    return findPage(this.database.manager(), StockedNumber, request, where);
  }

  /** What a tenant may lease. @param digits that occur in the number */
  availablePage(request: PageRequest, tenantId: string, digits = ''): Promise<Page<StockedNumber>> {
    const number = And(Like(`%${digits}%`), NOT_LEASED);
    const where = [{ number, heldFor: IsNull() }, { number, heldFor: tenantId }];
    return findPage(this.database.manager(), StockedNumber, request, where);
  }

  async facts(ids: readonly string[]): Promise<Map<string, FactsRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.sql<FactsRow>(FACTS, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async isLeased(number: string): Promise<boolean> {
    const [row] = await this.database.sql<{ leased: number }>(`SELECT ${isLeased('?')} AS leased`, [number]);
    return Number(row?.leased) === 1;
  }

  async ofOthers(numbers: readonly string[], slug: string): Promise<string[]> {
    if (numbers.length === 0) return [];
    return (await this.database.sql<{ number: string }>(OF_OTHERS, [numbers, slug, slug])).map(({ number }) => number);
  }

  among(numbers: readonly string[]): Promise<StockedNumber[]> {
    return this.database.manager().find(StockedNumber, { where: { number: In([...numbers]) }, order: { number: 'ASC' } });
  }

  /** Until the open transaction ends, as `lockByNumber`. */
  lock(id: string): Promise<StockedNumber | null> {
    return this.table().lockOne({ id });
  }

  lockByNumber(number: string): Promise<StockedNumber | null> {
    return this.table().lockOne({ number });
  }

  insert(numbers: StockedNumber[]): Promise<void> {
    return this.table().insert(numbers);
  }

  /** @param from what the hold is now: a row whose hold is another meanwhile stays as it is. @returns how many changed */
  hold(ids: readonly string[], from: string | null, heldFor: string | null): Promise<number> {
    return this.table().update({ id: In([...ids]), heldFor: from ?? IsNull() }, { heldFor });
  }

  async remove(id: string): Promise<void> {
    await this.table().remove({ id });
  }

  private where(spelling: string, { heldFor, state }: Wanted): FindOptionsWhere<StockedNumber> {
    const holds = [...(heldFor ? [Equal(heldFor)] : []), ...(state === 'free' ? [IsNull()] : state === 'held' ? [Not(IsNull())] : [])];
    const number = And(Like(spelling), ...(state ? [state === 'leased' ? LEASED : NOT_LEASED] : []));
    return { number, ...(holds.length > 0 && { heldFor: And(...holds) }) };
  }

  private table(): Rows<StockedNumber> {
    return this.database.table(StockedNumber);
  }
}
