import { Global, Module } from '@nestjs/common';
import { AuditChains } from './audit-chains';
import { AuditTrail } from './audit-trail';
import { AuditVerifier } from './audit-verifier';

@Global()
@Module({ providers: [AuditChains, AuditTrail, AuditVerifier], exports: [AuditChains, AuditTrail, AuditVerifier] })
export class AuditModule {}
