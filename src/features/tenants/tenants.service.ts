import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { AppError } from '../../platform/errors/app-error';
import type { Page } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { soundsIn } from '../sounds/shipped-sounds.reader';
import { SoundsReader } from '../sounds/sounds.reader';
import type { Problem } from './domain/problem';
import { renderPlan } from './domain/render-plan';
import { exportTenant } from './domain/tenant-export';
import { readTenantFile, type TenantFileReading } from './domain/tenant-file';
import type { Plan } from './domain/tenant-plan';
import type { TenantSpec } from './domain/tenant-spec';
import { readWithSounds } from './read-with-sounds';
import { TenantFilesService } from './tenant-files.service';
import type { Tenant } from './tenant.entity';
import type { CheckedFileDto, PlanDto, TenantFileDto, TenantsRequest } from './tenants.dto';
import { TenantsReader } from './tenants.reader';
import { TenantsRepository } from './tenants.repository';

/** Tenants over the API. */
@Injectable()
export class TenantsService {
  constructor(
    private readonly tenants: TenantsRepository,
    private readonly reader: TenantsReader,
    private readonly files: TenantFilesService,
    private readonly sounds: SoundsReader,
    private readonly config: Config,
  ) {}

  list(request: TenantsRequest): Promise<Page<Tenant>> {
    return this.tenants.page(request, request.slug);
  }

  async get(id: string): Promise<Tenant> {
    const tenant = await this.tenants.find(id);
    if (!tenant) throw AppError.notFound();
    return tenant;
  }

  /** The asker's own. */
  own(): Promise<Tenant> {
    return this.reader.current();
  }

  /** Every problem of the file, as far as the file alone can tell. */
  async check({ file }: TenantFileDto): Promise<CheckedFileDto> {
    const reading = await this.reading(file);
    return { problems: reading.ok ? [] : reading.problems };
  }

  async plan({ file }: TenantFileDto): Promise<PlanDto> {
    return shown(await this.files.plan(await this.readFile(file)));
  }

  async apply({ file }: TenantFileDto): Promise<PlanDto> {
    return shown(await this.files.apply(await this.readFile(file)));
  }

  async file(id: string): Promise<TenantFileDto> {
    const { slug } = await this.get(id);
    const spec = await this.files.read(slug);
    if (!spec) throw AppError.notFound();
    return { file: exportTenant(spec) };
  }

  /** @throws AppError invalid_request with every problem of the file. */
  private async readFile(text: string): Promise<TenantSpec> {
    const reading = await this.reading(text);
    if (reading.ok) return reading.spec;
    const problems = reading.problems.map((problem) => ({ pointer: '/file', rule: placed(problem) }));
    throw new AppError('invalid_request', 'The tenant file breaks a rule; see errors.', problems);
  }

  private async reading(text: string): Promise<TenantFileReading> {
    const { SOUNDS_DIR } = this.config;
    if (SOUNDS_DIR === undefined) return readTenantFile(text);
    return readWithSounds(text, await soundsIn(SOUNDS_DIR), (slug) => this.ownSounds(slug));
  }

  private async ownSounds(slug: string): Promise<string[]> {
    const tenant = await this.tenants.findBySlug(slug);
    return tenant && !tenant.removedAt ? tenantContext.open({ tenantId: tenant.id }, () => this.sounds.ownNames()) : [];
  }
}

function shown(plan: Plan): PlanDto {
  return { changes: plan.changes, text: renderPlan(plan) };
}

/** `line 12, column 5, queues[2].strategy: the rule (found "value")` */
function placed({ line, column, path, rule, value }: Problem): string {
  const where = path ? `line ${line}, column ${column}, ${path}` : `line ${line}, column ${column}`;
  return `${where}: ${rule}${value === undefined ? '' : ` (found ${value})`}`;
}
