import { Module } from '@nestjs/common';
import { TariffsController } from './tariffs.controller';
import { TariffsPart } from './tariffs.part';
import { TariffsReader } from './tariffs.reader';
import { TariffsService } from './tariffs.service';

@Module({
  controllers: [TariffsController],
  providers: [TariffsPart, TariffsReader, TariffsService],
  exports: [TariffsReader],
})
export class TariffsModule {}
