import type { EntityManager, FindOptionsOrder, FindOptionsWhere, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Page, PageRequest } from '../http/page';
import { findPage } from './find-page';
import { readPlainly } from './plain-read';
import type { TenantOwned } from './tenant-owned';

export type EntityClass<E extends ObjectLiteral> = new () => E;
export type Where<E> = Omit<FindOptionsWhere<E>, 'tenantId'>;

/** One tenant's view of one table: every statement it makes carries the tenant. */
export class TenantTable<E extends TenantOwned> {
  constructor(
    protected readonly entity: EntityClass<E>,
    protected readonly manager: EntityManager,
    protected readonly tenantId: string,
  ) {}

  async find(where: Where<E> = {} as Where<E>, order?: FindOptionsOrder<E>): Promise<E[]> {
    const rows = await readPlainly(this.manager, this.entity, this.own(where), order);
    return rows ?? this.manager.find(this.entity, { where: this.own(where), ...(order && { order }) });
  }

  async findOne(where: Where<E>): Promise<E | null> {
    const rows = await readPlainly(this.manager, this.entity, this.own(where), {}, 1);
    return rows ? (rows[0] ?? null) : this.manager.findOne(this.entity, { where: this.own(where) });
  }

  /** Reads one row and holds its lock until the transaction ends. */
  lockOne(where: Where<E>): Promise<E | null> {
    return this.manager.findOne(this.entity, { where: this.own(where), lock: { mode: 'pessimistic_write' } });
  }

  /** Reads rows and holds their locks until the transaction ends. */
  lock(where: Where<E>): Promise<E[]> {
    return this.manager.find(this.entity, { where: this.own(where), lock: { mode: 'pessimistic_write' } });
  }

  count(where: Where<E> = {} as Where<E>): Promise<number> {
    return this.manager.count(this.entity, { where: this.own(where) });
  }

  /** One page, newest first; several `where` are alternatives. */
  page(request: PageRequest, ...where: Where<E>[]): Promise<Page<E>> {
    const alternatives = where.length > 0 ? where : [{} as Where<E>];
    return findPage(this.manager, this.entity, request, alternatives.map((one) => this.own(one)));
  }

  async insert(rows: Omit<E, 'tenantId'> | Omit<E, 'tenantId'>[]): Promise<void> {
    const list = (Array.isArray(rows) ? rows : [rows]).map((row) => ({ ...row, tenantId: this.tenantId }));
    if (list.length > 0) await this.manager.insert(this.entity, list as unknown as QueryDeepPartialEntity<E>[]);
  }

  /** @returns how many rows matched. */
  async update(where: Where<E>, patch: Partial<Omit<E, 'tenantId' | 'id'>>): Promise<number> {
    const { affected } = await this.manager.update(this.entity, this.own(where), patch as QueryDeepPartialEntity<E>);
    return affected ?? 0;
  }

  /** Updates configuration and counts its version, so that an ETag read before no longer holds. */
  async revise(where: Where<E>, patch: Partial<Omit<E, 'tenantId' | 'id' | 'version'>>): Promise<number> {
    const counted = { ...patch, version: () => 'version + 1' } as unknown as Partial<Omit<E, 'tenantId' | 'id'>>;
    return this.update(where, counted);
  }

  /** @returns how many rows went. */
  async remove(where: Where<E>): Promise<number> {
    const { affected } = await this.manager.delete(this.entity, this.own(where));
    return affected ?? 0;
  }

  /** A query already bound to the tenant; add to it with `andWhere` only. */
  query(alias: string): SelectQueryBuilder<E> {
    return this.manager
      .createQueryBuilder(this.entity, alias)
      .where(`${alias}.tenantId = :tenantId`, { tenantId: this.tenantId });
  }

  private own(where: Where<E>): FindOptionsWhere<E> {
    return { ...where, tenantId: this.tenantId } as FindOptionsWhere<E>;
  }
}
