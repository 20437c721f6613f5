import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { QueuesReader } from '../queues/queues.reader';
import { ChosenCodes } from './domain/chosen-codes';
import type { WrapUpCode } from './wrap-up-code.entity';
import type { ChangeWrapUpCodeDto, CreateWrapUpCodeDto, WrapUpCodeDto } from './wrap-up-codes.dto';
import { WrapUpCodesRepository } from './wrap-up-codes.repository';

type WholeCode = WrapUpCode & Pick<WrapUpCodeDto, 'queueIds'>;

@Injectable()
export class WrapUpCodesService {
  constructor(
    private readonly codes: WrapUpCodesRepository,
    private readonly chosen: ChosenCodes,
    private readonly queues: QueuesReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  async list(request: PageRequest): Promise<Page<WholeCode>> {
    const { data, hasMore } = await this.codes.page(request);
    const queues = await this.codes.queues();
    return { data: data.map((code) => ({ ...code, queueIds: queues.get(code.id) ?? [] })), hasMore };
  }

  async get(id: string): Promise<WholeCode> {
    const code = await this.codes.find(id);
    if (!code) throw AppError.notFound();
    return { ...code, queueIds: (await this.codes.queues()).get(id) ?? [] };
  }

  create({ code, name, nameZh = null, queueIds = [], active = true }: CreateWrapUpCodeDto): Promise<WholeCode> {
    return this.database.transaction(async () => {
      if (await this.codes.findByCode(code)) throw new AppError('conflict', 'There is a wrap-up code of that name.');
      await this.refuseUnknown(queueIds);
      const [id, createdAt] = [newId('wrapUpCode'), this.clock.now()];
      await this.codes.insert({ id, code, name, nameZh, active, version: 1, createdAt });
      await this.codes.replaceQueues(id, queueIds, createdAt);
      return this.get(id);
    });
  }

  change(id: string, version: number, { queueIds, ...settings }: ChangeWrapUpCodeDto): Promise<WholeCode> {
    return this.database.transaction(async () => {
      await this.get(id);
      await this.refuseUnknown(queueIds ?? []);
      if (!(await this.codes.save(id, version, settings))) throw AppError.stale();
      if (queueIds) await this.codes.replaceQueues(id, queueIds, this.clock.now());
      return this.get(id);
    });
  }

  /** What calls have stays to be read and counted. */
  async remove(id: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const code = await this.codes.lock(id);
      if (!code) throw AppError.notFound();
      if (await this.chosen.isChosen(code.code)) throw new AppError('conflict', 'Calls have this wrap-up code: set it inactive instead.');
      if (!(await this.codes.remove(id, version))) throw AppError.stale();
    });
  }

  private async refuseUnknown(queueIds: string[]): Promise<void> {
    if (queueIds.length === 0) return;
    const known = new Set((await this.queues.idsByName()).values());
    const unknown = queueIds.findIndex((id) => !known.has(id));
    if (unknown >= 0) throw AppError.invalid(`/queue_ids/${unknown}`, 'must be a queue of this tenant');
  }
}
