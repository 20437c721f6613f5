import { Module } from '@nestjs/common';
import { SoundsModule } from '../sounds/sounds.module';
import { TenantsModule } from '../tenants/tenants.module';
import { EmergenciesController } from './emergencies.controller';
import { EmergenciesPart } from './emergencies.part';
import { EmergenciesRepository } from './emergencies.repository';
import { EmergenciesService } from './emergencies.service';
import { EmergencySounds } from './emergency-sounds';

@Module({
  imports: [SoundsModule, TenantsModule],
  controllers: [EmergenciesController],
  providers: [EmergenciesPart, EmergenciesRepository, EmergenciesService, EmergencySounds],
})
export class EmergenciesModule {}
