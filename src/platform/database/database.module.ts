import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { Config } from '../config/config';
import { connectionOptions, type EntityList } from './connection-options';
import { PROVIDER, ProviderDatabase } from './provider-database';
import { reportsUrlOf, tenantUrlOf } from './account-urls';
import { REPORTS, ReportsDatabase } from './reports-database';
import { TenantDatabase } from './tenant-database';

/** Three data sources over the same entity classes: the tenants', the provider's, and one that reads only. */
@Global()
@Module({ providers: [TenantDatabase, ProviderDatabase, ReportsDatabase], exports: [TenantDatabase, ProviderDatabase, ReportsDatabase] })
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
        source(REPORTS, (config) => config.REPORTS_DATABASE_URL ?? reportsUrlOf(config.DATABASE_URL)),
      ],
    };
  }
}
