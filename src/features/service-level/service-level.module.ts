import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module';
import { ServiceLevelController } from './service-level.controller';
import { ServiceLevelReader } from './service-level.reader';
import { ServiceLevelService } from './service-level.service';

@Module({ imports: [ContractsModule], controllers: [ServiceLevelController], providers: [ServiceLevelReader, ServiceLevelService], exports: [ServiceLevelReader] })
export class ServiceLevelModule {}
