import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming';

/** Connections of one data source of one process. */
export const POOL_SIZE = 20;

export type EntityList = (new () => object)[];

/** What every connection of the product has in common. All times are UTC. */
export function connectionOptions(url: string, entities: EntityList): DataSourceOptions {
  return {
    type: 'mysql',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    poolSize: POOL_SIZE,
    synchronize: false,
  } as DataSourceOptions;
}
