import { Global, Module } from '@nestjs/common';
import { KeptSecrets } from './kept-secrets';
import { MasterKeys } from './master-keys';
import { TenantKeys } from './tenant-keys';

@Global()
@Module({ providers: [KeptSecrets, MasterKeys, TenantKeys], exports: [KeptSecrets, TenantKeys] })
export class EncryptionModule {}
