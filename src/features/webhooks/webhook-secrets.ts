import { Injectable } from '@nestjs/common';
import { seal, unseal } from '../../platform/encryption/sealed';
import { TenantKeys } from '../../platform/encryption/tenant-keys';
import type { SealedSecret } from './webhook-endpoint.entity';

/** Secrets must be read to sign by them, so they are kept under the tenant's key. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly keys: TenantKeys) {}

  async close(endpointId: string, secret: string): Promise<SealedSecret> {
    const { version, secret: key } = await this.keys.current();
    return { keyVersion: version, sealed: seal(key, placeOf(endpointId), Buffer.from(secret)).toString('base64'), until: null };
  }

  /** Those that are live, the newest first. */
  async open(endpointId: string, secrets: readonly SealedSecret[], now: Date): Promise<string[]> {
    const live = secrets.filter(({ until }) => until === null || new Date(until) > now);
    return Promise.all(live.map((each) => this.openOne(endpointId, each)));
  }

  private async openOne(endpointId: string, { keyVersion, sealed }: SealedSecret): Promise<string> {
    const key = await this.keys.ofVersion(keyVersion);
    if (!key) throw new Error('The key of the secret was destroyed.');
    return unseal(key, placeOf(endpointId), Buffer.from(sealed, 'base64')).toString();
  }
}

function placeOf(endpointId: string): string {
  return `webhook secret ${endpointId}`;
}
