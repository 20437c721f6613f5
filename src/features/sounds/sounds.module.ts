import { Module } from '@nestjs/common';
import { SoundUses } from './domain/sound-uses';
import { SoundStore } from './sound-store';
import { SoundTakesController } from './sound-takes.controller';
import { SoundTakesKeeper } from './sound-takes.keeper';
import { SoundTakesService } from './sound-takes.service';
import { SoundsController } from './sounds.controller';
import { SoundsPart } from './sounds.part';
import { SoundsReader } from './sounds.reader';
import { SoundsRepository } from './sounds.repository';
import { SoundsService } from './sounds.service';

@Module({
  controllers: [SoundsController, SoundTakesController],
  providers: [SoundStore, SoundTakesKeeper, SoundTakesService, SoundUses, SoundsPart, SoundsReader, SoundsRepository, SoundsService],
  exports: [SoundStore, SoundUses, SoundsReader, SoundsRepository],
})
export class SoundsModule {}
