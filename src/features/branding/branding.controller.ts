import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { BrandingDto } from './branding.dto';
import { BrandingService } from './branding.service';

@ApiTags('Branding')
@Controller('v1/branding')
export class BrandingController {
  constructor(private readonly branding: BrandingService) {}

  @Get()
  @Operation({ summary: "Read the tenant's colour and logo", permission: 'signed-in', answer: BrandingDto })
  get() {
    return this.branding.get();
  }

  @Put()
  @Operation({ summary: "Set the tenant's colour and logo", permission: 'branding:write', answer: BrandingDto, ifMatch: true })
  set(@IfMatch() version: number, @Body() body: BrandingDto) {
    return this.branding.set(version, body);
  }
}
