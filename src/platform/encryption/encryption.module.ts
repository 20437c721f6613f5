import { Global, Module } from '@nestjs/common';
import { MasterKeys } from './master-keys';
import { TenantKeys } from './tenant-keys';

@Global()
@Module({ providers: [MasterKeys, TenantKeys], exports: [TenantKeys] })
export class EncryptionModule {}
