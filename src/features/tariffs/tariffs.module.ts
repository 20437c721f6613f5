import { Module } from '@nestjs/common';
import { TariffsPart } from './tariffs.part';
import { TariffsReader } from './tariffs.reader';

@Module({ providers: [TariffsPart, TariffsReader], exports: [TariffsReader] })
export class TariffsModule {}
