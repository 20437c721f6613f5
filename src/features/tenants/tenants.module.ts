import { Global, Module } from '@nestjs/common';
import { TenantParts } from './domain/tenant-part';
import { TenantFilesService } from './tenant-files.service';
import { TenantsReader } from './tenants.reader';
import { TenantsRepository } from './tenants.repository';

/** Global because every feature that is part of a tenant's file registers its part here. */
@Global()
@Module({
  providers: [TenantParts, TenantsRepository, TenantsReader, TenantFilesService],
  exports: [TenantParts, TenantsReader, TenantFilesService],
})
export class TenantsModule {}
