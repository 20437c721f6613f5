import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { TenantsReader } from '../tenants/tenants.reader';
import type { BrandingDto } from './branding.dto';
import { BrandingRepository } from './branding.repository';
import { contrastWithWhite, LEAST_CONTRAST } from './domain/contrast';
import { LOGO_RULE, readLogo, writeLogo } from './domain/logo';

type Versioned = BrandingDto & { version: number };

@Injectable()
export class BrandingService {
  constructor(
    private readonly branding: BrandingRepository,
    private readonly tenants: TenantsReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** Version 0 is the look that the portal comes with. */
  async get(): Promise<Versioned> {
    const row = await this.branding.find();
    if (!row) return { colour: null, logo: null, version: 0 };
    return { colour: row.colour, logo: row.logo && writeLogo(row.logo), version: row.version };
  }

  async set(version: number, body: BrandingDto): Promise<Versioned> {
    const look = { colour: colourOf(body), logo: logoOf(body) };
    return this.database.transaction(async () => {
      // there is no row to lock before the first change
      await this.tenants.lockCurrent();
      if ((await this.get()).version !== version) throw AppError.stale();
      if (version === 0) await this.branding.insert(look, this.clock.now());
      else if (!(await this.branding.save(version, look))) throw AppError.stale();
      return this.get();
    });
  }
}

function colourOf({ colour }: BrandingDto): string | null {
  if (colour === null) return null;
  const contrast = contrastWithWhite(colour);
  if (contrast >= LEAST_CONTRAST) return colour.toLowerCase();
  // rounded down, so that what is just too little does not read as enough
  const has = (Math.floor(contrast * 10) / 10).toFixed(1);
  throw AppError.invalid('/colour', `must be darker: white text on it has a contrast of ${has}:1, and needs ${LEAST_CONTRAST}:1`);
}

function logoOf({ logo }: BrandingDto): Buffer | null {
  if (logo === null) return null;
  const bytes = readLogo(logo);
  if (!bytes) throw AppError.invalid('/logo', LOGO_RULE);
  return bytes;
}
