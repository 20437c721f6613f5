import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import type { Contract } from './contract.entity';
import { ContractsReader } from './contracts.reader';

@Injectable()
export class ContractsService {
  constructor(private readonly contracts: ContractsReader) {}

  /** @throws AppError not_found while no contract is in force */
  async get(): Promise<Contract> {
    const contract = await this.contracts.current();
    if (!contract) throw AppError.notFound();
    return contract;
  }
}
