import { Module } from '@nestjs/common';
import { LinkModule } from '../../telephony/link/link.module';
import { CallingPlanModule } from '../calling-plan/calling-plan.module';
import { CreditRenewal } from './credit-renewal';
import { SpendingModule } from './spending.module';

/** The switch process's part. */
@Module({ imports: [LinkModule, SpendingModule, CallingPlanModule], providers: [CreditRenewal] })
export class CreditRenewalModule {}
