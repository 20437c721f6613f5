import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Page, PageRequest } from '../http/page';
import { findPage } from './find-page';
import type { ProviderOwned } from './provider-owned';

/** What a repository does with rows that a tenant and the provider both have, each in a table of their own. */
export interface Rows<E> {
  findOne(where: FindOptionsWhere<E>): Promise<E | null>;
  lockOne(where: FindOptionsWhere<E>): Promise<E | null>;
  page(request: PageRequest, where: FindOptionsWhere<E>): Promise<Page<E>>;
  insert(rows: E | E[]): Promise<void>;
  /** @returns how many rows matched. */
  update(where: FindOptionsWhere<E>, patch: Partial<E>): Promise<number>;
  remove(where: FindOptionsWhere<E>): Promise<number>;
}

/** A table of the provider's, with the operations of a tenant's. */
export class ProviderTable<E extends ProviderOwned> implements Rows<E> {
  constructor(
    protected readonly entity: new () => E,
    protected readonly manager: EntityManager,
  ) {}

  findOne(where: FindOptionsWhere<E>): Promise<E | null> {
    return this.manager.findOne(this.entity, { where });
  }

  lockOne(where: FindOptionsWhere<E>): Promise<E | null> {
    return this.manager.findOne(this.entity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Reads rows and holds their locks until the transaction ends. */
  lock(where: FindOptionsWhere<E>): Promise<E[]> {
    return this.manager.find(this.entity, { where, lock: { mode: 'pessimistic_write' } });
  }

  page(request: PageRequest, where: FindOptionsWhere<E>): Promise<Page<E>> {
    return findPage(this.manager, this.entity, request, [where]);
  }

  async insert(rows: E | E[]): Promise<void> {
    await this.manager.insert(this.entity, rows as unknown as QueryDeepPartialEntity<E>);
  }

  async update(where: FindOptionsWhere<E>, patch: Partial<E>): Promise<number> {
    const { affected } = await this.manager.update(this.entity, where, patch as QueryDeepPartialEntity<E>);
    return affected ?? 0;
  }

  async remove(where: FindOptionsWhere<E>): Promise<number> {
    const { affected } = await this.manager.delete(this.entity, where);
    return affected ?? 0;
  }
}
