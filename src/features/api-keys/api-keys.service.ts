import { Injectable } from '@nestjs/common';
import { newApiKey } from '../../platform/auth/api-key-secret';
import { permissionsOfKey } from '../../platform/auth/key-permissions';
import { ROLE_PERMISSIONS } from '../../platform/auth/permissions';
import type { Principal } from '../../platform/auth/principal';
import { digestOf } from '../../platform/auth/random-secret';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { AccessGrantsReader } from '../access-grants/access-grants.reader';
import type { ApiKey } from './api-key.entity';
import type { CreateApiKeyDto, RotateApiKeyDto } from './api-keys.dto';
import { ApiKeysRepository } from './api-keys.repository';

const DAY_MS = 24 * 3600 * 1000;
/** How long two secrets of a key may live side by side at the most, and unless told. */
const LONGEST_OVERLAP_DAYS = 7;
const OVERLAP_DAYS = 1;

type WithSecret = ApiKey & { secret: string };

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly database: TenantDatabase,
    private readonly grants: AccessGrantsReader,
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

  /** A key is a way in: one that the provider's people make, or a key of theirs, ends with their access. */
  async create({ name, role, scopes = null, expiresAt: until }: CreateApiKeyDto, creator: Principal): Promise<WithSecret> {
    const createdAt = this.clock.now();
    const { accessGrantId, endOfAccess } = await this.grants.accessOfWork();
    const expiresAt = until === undefined ? endOfAccess : new Date(until);
    if (endOfAccess && expiresAt && expiresAt > endOfAccess) throw AppError.invalid('/expires_at', 'must not lie after the end of your access');
    if (expiresAt && expiresAt <= createdAt) throw AppError.invalid('/expires_at', 'must lie in the future');
    const foreign = scopes?.find((scope) => !ROLE_PERMISSIONS[role].includes(scope));
    if (foreign) throw AppError.invalid('/scopes', `must be permissions of the role, which ${foreign} is not`);
    const excess = excessOf({ role, scopes }, creator);
    if (excess) throw AppError.invalid(scopes ? '/scopes' : '/role', `must grant no more than you may yourself, as ${excess} would`);
    const [id, secret] = [newId('apiKey'), newApiKey()];
    const times = { expiresAt, lastUsedAt: null, revokedAt: null, createdAt };
    await this.keys.insert({ id, name, role, scopes, accessGrantId, secretHash: digestOf(secret), formerHash: null, formerUntil: null, ...times });
    return { ...(await this.get(id)), secret };
  }

  /** The newest secret becomes the former one; a former one that still lives ends. */
  async rotate(id: string, { formerUntil: until }: RotateApiKeyDto, rotator: Principal): Promise<WithSecret> {
    const now = this.clock.now();
    const formerUntil = until === undefined ? new Date(now.getTime() + OVERLAP_DAYS * DAY_MS) : new Date(until);
    if (formerUntil.getTime() > now.getTime() + LONGEST_OVERLAP_DAYS * DAY_MS) {
      throw AppError.invalid('/former_until', `must lie within ${LONGEST_OVERLAP_DAYS} days`);
    }
    const { accessGrantId } = await this.grants.accessOfWork();
    const secret = newApiKey();
    const rotated = await this.database.transaction(async () => {
      const key = await this.keys.lock(id);
      if (!key) throw AppError.notFound();
      const excess = excessOf(key, rotator);
      if (excess) throw new AppError('forbidden', `This key may do what you may not: ${excess}.`);
      if (accessGrantId !== null && accessGrantId !== key.accessGrantId) throw new AppError('forbidden', 'This key was not made by your access.');
      if (key.revokedAt || (key.expiresAt && key.expiresAt <= now)) throw new AppError('conflict', 'This key is revoked or has expired: create another.');
      await this.keys.rotate(id, { secretHash: digestOf(secret), formerHash: key.secretHash, formerUntil });
      return this.get(id);
    });
    await this.rights.announce(id);
    return { ...rotated, secret };
  }

  async endFormer(id: string): Promise<void> {
    await this.get(id);
    await this.keys.endFormer(id);
    await this.rights.announce(id);
  }

  async revoke(id: string): Promise<void> {
    await this.get(id);
    await this.keys.revoke(id, this.clock.now());
    await this.rights.announce(id);
  }
}

/** A permission that the key would hold and the principal does not. */
function excessOf({ role, scopes }: Pick<ApiKey, 'role' | 'scopes'>, { permissions }: Principal): string | undefined {
  return permissionsOfKey(role, scopes).find((permission) => !permissions.includes(permission));
}
