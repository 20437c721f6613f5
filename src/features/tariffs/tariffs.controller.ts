import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { TariffsDto } from './tariffs.dto';
import { TariffsService } from './tariffs.service';

@ApiTags('Tariffs')
@Controller('v1/tariff')
export class TariffsController {
  constructor(private readonly tariffs: TariffsService) {}

  @Get()
  @Operation({ summary: 'Read the tariff', permission: 'tariffs:read', answer: TariffsDto })
  get() {
    return this.tariffs.get();
  }
}
