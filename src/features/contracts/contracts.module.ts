import { Module } from '@nestjs/common';
import { ContractsController } from './contracts.controller';
import { ContractsPart } from './contracts.part';
import { ContractsReader } from './contracts.reader';
import { ContractsService } from './contracts.service';

@Module({
  controllers: [ContractsController],
  providers: [ContractsPart, ContractsReader, ContractsService],
  exports: [ContractsReader],
})
export class ContractsModule {}
