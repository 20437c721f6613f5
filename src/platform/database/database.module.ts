import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { Config } from '../config/config';
import { connectionOptions, type EntityList } from './connection-options';
import { PROVIDER, ProviderDatabase } from './provider-database';
import { tenantUrlOf } from './tenant-account';
import { TenantDatabase } from './tenant-database';

/** Two data sources over the same entity classes: the tenants' and the provider's. */
@Global()
@Module({ providers: [TenantDatabase, ProviderDatabase], exports: [TenantDatabase, ProviderDatabase] })
export class DatabaseModule {
  static of(entities: EntityList): DynamicModule {
    const source = (name: string | undefined, url: (config: Config) => string) =>
      TypeOrmModule.forRootAsync({
        ...(name && { name }),
        inject: [Config],
        useFactory: (config: Config): TypeOrmModuleOptions => ({
          ...connectionOptions(url(config), entities),
          retryAttempts: 0,
        }),
      });
    return {
      module: DatabaseModule,
      imports: [
        source(undefined, (config) => config.TENANT_DATABASE_URL ?? tenantUrlOf(config.DATABASE_URL)),
        source(PROVIDER, (config) => config.DATABASE_URL),
      ],
    };
  }
}
