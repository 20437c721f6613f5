import { Module } from '@nestjs/common';
import { ContractsPart } from './contracts.part';

@Module({ providers: [ContractsPart] })
export class ContractsModule {}
