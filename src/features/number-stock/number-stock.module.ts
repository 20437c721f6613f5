import { Module } from '@nestjs/common';
import { AvailableNumbersController } from './available-numbers.controller';
import { StockClaims } from './domain/stock-claims';
import { NumberClaims } from './number-claims';
import { NumberStockController } from './number-stock.controller';
import { NumberStockRepository } from './number-stock.repository';
import { NumberStockService } from './number-stock.service';

@Module({
  controllers: [NumberStockController, AvailableNumbersController],
  providers: [NumberStockRepository, NumberStockService, { provide: StockClaims, useClass: NumberClaims }],
  exports: [StockClaims],
})
export class NumberStockModule {}
