import { Injectable } from '@nestjs/common';
import { BrandingRepository } from './branding.repository';

/** The narrow questions that other features may ask. */
@Injectable()
export class BrandingReader {
  constructor(private readonly branding: BrandingRepository) {}

  /** PNG; null where the tenant has none. */
  async logo(): Promise<Buffer | null> {
    return (await this.branding.find())?.logo ?? null;
  }
}
