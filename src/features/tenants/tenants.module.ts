import { Global, Module } from '@nestjs/common';
import { RequestPlans } from '../../platform/limits/request-plans';
import { SoundsModule } from '../sounds/sounds.module';
import { TenantParts } from './domain/tenant-part';
import { OwnTenantController } from './own-tenant.controller';
import { PlatformLeasesRepository } from './platform-leases.repository';
import { TenantFilesService } from './tenant-files.service';
import { TenantsController } from './tenants.controller';
import { TenantsReader } from './tenants.reader';
import { TenantsRepository } from './tenants.repository';
import { TenantsService } from './tenants.service';

/** Global because every feature that is part of a tenant's file registers its part here. */
@Global()
@Module({
  imports: [SoundsModule],
  controllers: [TenantsController, OwnTenantController],
  providers: [
    PlatformLeasesRepository,
    TenantFilesService,
    TenantParts,
    TenantsReader,
    TenantsRepository,
    TenantsService,
    { provide: RequestPlans, useExisting: TenantsReader },
  ],
  exports: [TenantParts, TenantsReader, TenantFilesService, RequestPlans],
})
export class TenantsModule {}
