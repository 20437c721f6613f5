import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module';
import { IvrScriptsModule } from '../ivr-scripts/ivr-scripts.module';
import { NumberStockModule } from '../number-stock/number-stock.module';
import { QueuesModule } from '../queues/queues.module';
import { SeatsModule } from '../seats/seats.module';
import { SoundsModule } from '../sounds/sounds.module';
import { NumberReferences } from './number-references';
import { NumberSounds } from './number-sounds';
import { NumbersController } from './numbers.controller';
import { NumbersPart } from './numbers.part';
import { NumbersReaderModule } from './numbers-reader.module';
import { NumbersRepository } from './numbers.repository';
import { NumbersService } from './numbers.service';

@Module({
  imports: [CalendarsModule, IvrScriptsModule, NumberStockModule, NumbersReaderModule, QueuesModule, SeatsModule, SoundsModule],
  controllers: [NumbersController],
  providers: [NumberReferences, NumberSounds, NumbersPart, NumbersRepository, NumbersService],
  exports: [NumbersReaderModule],
})
export class NumbersModule {}
