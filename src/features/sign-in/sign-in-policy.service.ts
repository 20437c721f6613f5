import { Injectable } from '@nestjs/common';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { ChangeSignInPolicyDto, SignInPolicyDto } from './sign-in-policy.dto';
import { SignInPolicyRepository } from './sign-in-policy.repository';

/** As if there were a row of version 0 before the first change. */
const NONE: Required<ChangeSignInPolicyDto> & { version: number } = { version: 0, passwordMaxAgeDays: null, secondFactorRoles: [] };

@Injectable()
export class SignInPolicyService {
  constructor(
    private readonly policies: SignInPolicyRepository,
    private readonly database: TenantDatabase,
    private readonly rights: RightsChanges,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<SignInPolicyDto> {
    const policy = (await this.policies.find()) ?? NONE;
    return { ...policy, oidcRedirectUrl: this.config.OIDC_REDIRECT_URL };
  }

  async change(version: number, body: ChangeSignInPolicyDto): Promise<SignInPolicyDto> {
    const changed = await this.database.transaction(async () => {
      if (!(await this.save(version, body))) throw AppError.stale();
      return this.get();
    });
    await this.rights.announce(tenantContext.tenantId());
    return changed;
  }

  private async save(version: number, body: ChangeSignInPolicyDto): Promise<boolean> {
    if (version > 0) return this.policies.save(version, { ...body });
    if (await this.policies.find()) return false;
    const policy = { ...NONE, ...body, version: 1 };
    await this.policies.insert({ ...policy, id: newId('signInPolicy'), createdAt: this.clock.now() });
    return true;
  }
}
