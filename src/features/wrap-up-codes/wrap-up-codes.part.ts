import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import { QueuesReader } from '../queues/queues.reader';
import { changeOf, nameOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TenantSpec, WrapUpCodeSpec } from '../tenants/domain/tenant-spec';
import { ChosenCodes } from './domain/chosen-codes';
import { WrapUpCodesRepository } from './wrap-up-codes.repository';

const keyOf = ({ code }: WrapUpCodeSpec) => code;

/** The wrap-up codes of a tenant's file; a file that does not tell of any leaves those that there are. */
@Injectable()
export class WrapUpCodesPart implements TenantPart, OnModuleInit {
  /** After the queues that they name. */
  readonly order = 66;

  constructor(
    private readonly parts: TenantParts,
    private readonly codes: WrapUpCodesRepository,
    private readonly chosen: ChosenCodes,
    private readonly queues: QueuesReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const [codes, queuesOf, names] = [await this.codes.all(), await this.codes.queues(), await this.queues.idsByName()];
    if (codes.length === 0) return { wrapUpCodes: null };
    return {
      wrapUpCodes: codes.map(({ id, code, name, nameZh, active }) => ({
        code, name, nameZh, queues: (queuesOf.get(id) ?? []).flatMap((queueId) => nameOf(names, queueId) ?? []), active,
      })),
    };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.wrapUpCodes ?? [], desired.wrapUpCodes ?? [], keyOf);
    const [createdAt, names] = [this.clock.now(), await this.queues.idsByName()];
    for (const { queues: _, ...spec } of added) await this.codes.insert({ ...spec, id: newId('wrapUpCode'), version: 1, createdAt });
    for (const { code, name, nameZh, queues, active } of [...added, ...changed]) {
      const row = await this.codes.findByCode(code);
      if (!row) throw new Error(`The wrap-up code ${code} vanished while it was written.`);
      await this.codes.save(row.id, row.version, { name, nameZh, active });
      await this.codes.replaceQueues(row.id, queues.flatMap((queue) => names.get(queue) ?? []), createdAt);
    }
  }

  /** A file may not take from calls how they ended by leaving a line out. */
  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.wrapUpCodes ?? [], desired?.wrapUpCodes ?? [], keyOf);
    for (const { code } of removed) {
      const row = await this.codes.findByCode(code);
      if (!row) continue;
      if (desired !== null && (await this.chosen.isChosen(code))) {
        throw new AppError('conflict', `Calls have the wrap-up code ${code}: keep it in the file with active: false.`);
      }
      await this.codes.remove(row.id, row.version);
    }
  }
}
