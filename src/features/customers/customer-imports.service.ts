import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { EventHandlers } from '../../platform/events/event-handlers';
import { Outbox } from '../../platform/events/outbox';
import type { Page, PageRequest } from '../../platform/http/page';
import type { CustomerImport } from './customer-import.entity';
import type { CheckedImportDto } from './customer-imports.dto';
import { CustomerImportsRepository } from './customer-imports.repository';
import './customers.events';
import { countPlanned, NOTHING_PLANNED, portionsOf, shownChanges } from './domain/import-counts';
import { MOST_PROBLEMS, readImportFile } from './import-file';
import { ImportPlanner } from './import-planner';
import { ImportWriter } from './import-writer';

/** Locks the rows that it names and no gaps between them: customers are made meanwhile. */
const BY_ROW = 'READ COMMITTED';

/** Files of customers: taken in whole, worked off portion by portion, each once. */
@Injectable()
export class CustomerImportsService implements OnModuleInit {
  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly planner: ImportPlanner,
    private readonly writer: ImportWriter,
    private readonly database: TenantDatabase,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly handlers: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.on('customer_import.portion', 'import-customers', ({ importId, position }) => this.workOff(importId, position));
  }

  page(request: PageRequest): Promise<Page<CustomerImport>> {
    return this.imports.page(request);
  }

  async get(id: string): Promise<CustomerImport> {
    const found = await this.imports.find(id);
    if (!found) throw AppError.notFound();
    return found;
  }

  /** What a file would do; it does nothing. */
  async check(file: Buffer): Promise<CheckedImportDto> {
    const { rows, good, bad, problems } = await readImportFile(file);
    let counts = { ...NOTHING_PLANNED, refused: bad, problems };
    const changes: CheckedImportDto['changes'] = [];
    for (const portion of portionsOf(good)) {
      const planned = await this.planner.plan(portion, { lock: false });
      counts = countPlanned(counts, planned, MOST_PROBLEMS);
      changes.push(...shownChanges(planned, portion, changes.length));
    }
    return { rowCount: rows, ...counts, changes };
  }

  /** Takes a file in. @throws AppError where it is none, as `check` does */
  async begin(file: Buffer): Promise<CustomerImport> {
    const { rows, good, bad, problems } = await readImportFile(file);
    const portions = portionsOf(good);
    const [id, now] = [newId('customerImport'), this.clock.now()];
    await this.database.transaction(async () => {
      const counts = { ...NOTHING_PLANNED, refused: bad, problems };
      const finishedAt = portions.length === 0 ? now : null;
      await this.imports.insert({ id, createdAt: now, rowCount: rows, portions: portions.length, position: 0, ...counts, finishedAt });
      for (const [position, portion] of portions.entries()) await this.imports.insertPortion(id, position, portion);
      if (portions.length > 0) await this.outbox.add('customer_import.portion', { importId: id, position: 0 });
    });
    return this.get(id);
  }

  /** All of a portion or nothing, and the next is announced with it: begun again after a kill, or told twice, it is done once. */
  private async workOff(importId: string, position: number): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.imports.lock(importId);
      if (!found || found.position !== position || found.finishedAt !== null) return;
      const planned = await this.planner.plan(await this.imports.rowsOf(importId, position), { lock: true });
      await this.writer.write(planned);
      await this.imports.close(found, countPlanned(found, planned, MOST_PROBLEMS));
      if (position + 1 < found.portions) await this.outbox.add('customer_import.portion', { importId, position: position + 1 });
    }, BY_ROW);
  }
}
