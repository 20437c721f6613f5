import { Module } from '@nestjs/common';
import { RecordingsModule } from '../recordings/recordings.module';
import { UsageModule } from '../usage/usage.module';
import { ErasuresController } from './erasures.controller';
import { ErasuresRepository } from './erasures.repository';
import { ErasuresService } from './erasures.service';

@Module({
  imports: [RecordingsModule, UsageModule],
  controllers: [ErasuresController],
  providers: [ErasuresRepository, ErasuresService],
})
export class ErasuresModule {}
