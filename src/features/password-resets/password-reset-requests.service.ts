import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { Outbox } from '../../platform/events/outbox';
import type { Client } from '../../platform/http/client';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TenantsReader } from '../tenants/tenants.reader';
import './password-resets.events';
import type { AskedPasswordResetDto, AskPasswordResetDto } from './password-resets.dto';
import { VALID_MS } from './password-resets.service';

/** Whose work it is where there is no such tenant: an id that none ever gets. */
const NOBODY = `ten_${'0'.repeat(26)}`;

/**
 * Takes requests for a token. Whether there is such a person is looked up by the job alone: neither the answer nor the time
 * that it takes can tell.
 */
@Injectable()
export class PasswordResetRequestsService {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly outbox: Outbox,
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
  ) {}

  async ask({ tenant: slug, email }: AskPasswordResetDto, { address }: Client): Promise<AskedPasswordResetDto> {
    const tenant = await this.tenants.named(slug);
    const tenantId = tenant?.slug === slug ? tenant.id : NOBODY;
    const asked = { id: newId('passwordReset'), email: email.toLowerCase(), address, at: this.clock.now().getTime() };
    await tenantContext.forTenant(tenantId, () =>
      this.database.transaction(() => this.outbox.add('password_reset.asked', asked)),
    );
    return { expiresIn: VALID_MS / 1000 };
  }
}
