import { Global, Module } from '@nestjs/common';
import { FieldSeals } from './field-seals';
import { KeptSecrets } from './kept-secrets';
import { MasterKeys } from './master-keys';
import { TenantKeys } from './tenant-keys';

@Global()
@Module({ providers: [FieldSeals, KeptSecrets, MasterKeys, TenantKeys], exports: [FieldSeals, KeptSecrets, TenantKeys] })
export class EncryptionModule {}
