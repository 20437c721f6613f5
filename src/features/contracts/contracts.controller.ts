import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { ContractDto } from './contracts.dto';
import { ContractsService } from './contracts.service';

@ApiTags('Contracts')
@Controller('v1/contract')
export class ContractsController {
  constructor(private readonly contracts: ContractsService) {}

  @Get()
  @Operation({ summary: 'Read the contract in force', permission: 'tariffs:read', answer: ContractDto })
  get() {
    return this.contracts.get();
  }
}
