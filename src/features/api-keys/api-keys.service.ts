import { Injectable } from '@nestjs/common';
import { newApiKey } from '../../platform/auth/api-key-secret';
import { digestOf } from '../../platform/auth/random-secret';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import type { ApiKey } from './api-key.entity';
import type { CreateApiKeyDto } from './api-keys.dto';
import { ApiKeysRepository } from './api-keys.repository';

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly rights: RightsChanges,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<ApiKey>> {
    return this.keys.page(request);
  }

  async get(id: string): Promise<ApiKey> {
    const key = await this.keys.find(id);
    if (!key) throw AppError.notFound();
    return key;
  }

  async create({ name, role, expiresAt: until }: CreateApiKeyDto): Promise<ApiKey & { secret: string }> {
    const createdAt = this.clock.now();
    const expiresAt = until === undefined ? null : new Date(until);
    if (expiresAt && expiresAt <= createdAt) throw AppError.invalid('/expires_at', 'must lie in the future');
    const [id, secret] = [newId('apiKey'), newApiKey()];
    const secretHash = digestOf(secret);
    await this.keys.insert({ id, name, role, secretHash, expiresAt, lastUsedAt: null, revokedAt: null, createdAt });
    return { ...(await this.get(id)), secret };
  }

  async revoke(id: string): Promise<void> {
    await this.get(id);
    await this.keys.revoke(id, this.clock.now());
    await this.rights.announce(id);
  }
}
