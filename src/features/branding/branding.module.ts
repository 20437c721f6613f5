import { Module } from '@nestjs/common';
import { BrandingController } from './branding.controller';
import { BrandingReader } from './branding.reader';
import { BrandingRepository } from './branding.repository';
import { BrandingService } from './branding.service';

@Module({ controllers: [BrandingController], providers: [BrandingReader, BrandingRepository, BrandingService], exports: [BrandingReader] })
export class BrandingModule {}
