import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module';
import { ServiceLevelController } from './service-level.controller';
import { ServiceLevelService } from './service-level.service';

@Module({ imports: [ContractsModule], controllers: [ServiceLevelController], providers: [ServiceLevelService] })
export class ServiceLevelModule {}
