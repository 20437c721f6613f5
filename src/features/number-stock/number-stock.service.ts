import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TenantsReader } from '../tenants/tenants.reader';
import { type EntryProblem, readStockList, type StockList } from './domain/read-stock-list';
import { stockState } from './domain/stock-state';
import type {
  AddNumbersDto,
  AvailableNumbersRequest,
  HoldNumberDto,
  NumberCountDto,
  NumberStockRequest,
  StockedNumberDto,
  StockListDto,
} from './number-stock.dto';
import { NumberStockRepository } from './number-stock.repository';
import type { StockedNumber } from './stocked-number.entity';

@Injectable()
export class NumberStockService {
  constructor(
    private readonly stock: NumberStockRepository,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  async list(request: NumberStockRequest): Promise<Page<StockedNumberDto>> {
    const page = await this.stock.page(request, request);
    return { ...page, data: await this.described(page.data) };
  }

  /** What the tenant that is set may lease. */
  available(request: AvailableNumbersRequest): Promise<Page<StockedNumber>> {
    return this.stock.availablePage(request, tenantContext.tenantId(), request.digits);
  }

  async check(body: StockListDto): Promise<NumberCountDto> {
    return { count: (await this.read(body)).length };
  }

  add({ heldFor, ...body }: AddNumbersDto): Promise<NumberCountDto> {
    return this.stock.transaction(async () => {
      if (heldFor !== null) await this.requireTenant(heldFor, '/held_for');
      const createdAt = this.clock.now();
      // lists show the newest first: a range reads in its order
      const numbers = (await this.read(body)).reverse();
      const rows = numbers.map((number) => ({ id: newId('stockedNumber'), number, heldFor, createdAt }));
      if (rows.length > 0) await this.stock.insert(rows);
      return { count: rows.length };
    });
  }

  /** Holding it for the same tenant again changes nothing. */
  hold(id: string, { tenantId }: HoldNumberDto): Promise<StockedNumberDto> {
    return this.change(id, async ({ heldFor }) => {
      await this.requireTenant(tenantId, '/tenant_id');
      if (heldFor === tenantId) return;
      if (heldFor !== null) throw new AppError('conflict', 'The number is held for another tenant: release it first.');
      await this.stock.hold([id], heldFor, tenantId);
    });
  }

  /** Releasing it again changes nothing. */
  release(id: string): Promise<StockedNumberDto> {
    return this.change(id, async ({ number, heldFor }) => {
      if (heldFor === null) return;
      await this.refuseLeased(number);
      await this.stock.hold([id], heldFor, null);
    });
  }

  async remove(id: string): Promise<void> {
    await this.stock.transaction(async () => {
      const { number } = await this.locked(id);
      await this.refuseLeased(number);
      await this.stock.remove(id);
    });
  }

  private change(id: string, work: (row: StockedNumber) => Promise<void>): Promise<StockedNumberDto> {
    return this.stock.transaction(async () => {
      await work(await this.locked(id));
      return (await this.described([await this.locked(id)]))[0]!;
    });
  }

  private async locked(id: string): Promise<StockedNumber> {
    const row = await this.stock.lock(id);
    if (!row) throw AppError.notFound();
    return row;
  }

  private async refuseLeased(number: string): Promise<void> {
    if (!(await this.stock.isLeased(number))) return;
    throw new AppError('conflict', 'The number is leased: its tenant has to give it up first.');
  }

  private async requireTenant(id: string, pointer: string): Promise<void> {
    const tenant = await this.tenants.named(id);
    if (!tenant || tenant.removedAt) throw AppError.invalid(pointer, 'must be a tenant that there is');
  }

  /** @throws AppError invalid_request with every problem, by its entry of the list. */
  private async read({ numbers }: StockListDto): Promise<string[]> {
    const list = readStockList(numbers);
    const problems = [...list.problems, ...(await this.alreadyThere(list))].sort((a, b) => a.entry - b.entry);
    const errors = problems.map(({ entry, rule }) => ({ pointer: `/numbers/${entry}`, rule }));
    if (errors.length > 0) throw new AppError('invalid_request', 'The request breaks a rule; see errors.', errors);
    return list.numbers.map(({ number }) => number);
  }

  /** The first of each entry that is in the stock. */
  private async alreadyThere({ numbers }: StockList): Promise<EntryProblem[]> {
    const there = new Set((await this.stock.among(numbers.map(({ number }) => number))).map(({ number }) => number));
    const first = new Map<number, string>();
    for (const { number, entry } of numbers) if (there.has(number) && !first.has(entry)) first.set(entry, number);
    return [...first].map(([entry, number]) => ({ entry, rule: `is in the stock already: ${number}` }));
  }

  private async described(rows: StockedNumber[]): Promise<StockedNumberDto[]> {
    const facts = await this.stock.facts(rows.map(({ id }) => id));
    return rows.map((row) => {
      const { heldForName = null, leased = 0 } = facts.get(row.id) ?? {};
      return { ...row, heldForName, state: stockState(row.heldFor !== null, Number(leased) === 1) };
    });
  }
}
