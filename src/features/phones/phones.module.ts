import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { SeatsModule } from '../seats/seats.module';
import { PhonesController } from './phones.controller';
import { PhonesService } from './phones.service';

@Module({ imports: [AgentsModule, SeatsModule], controllers: [PhonesController], providers: [PhonesService] })
export class PhonesModule {}
