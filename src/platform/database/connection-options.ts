import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming';

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
    poolSize: 20,
    synchronize: false,
  } as DataSourceOptions;
}
