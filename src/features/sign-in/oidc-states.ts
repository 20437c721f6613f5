import { Injectable } from '@nestjs/common';
import { digestOf, newSecret } from '../../platform/auth/random-secret';
import { Redis } from '../../platform/redis/redis';
import type { OidcChecks } from './oidc-client';

/** How long somebody may take at the identity provider's. */
const KEPT_SECONDS = 600;

export interface BegunOidc extends OidcChecks {
  tenant: string;
  providerId: string;
}

/** Sign-ins that are at an identity provider's. The browser that began one has the only name of it. */
@Injectable()
export class OidcStates {
  constructor(private readonly redis: Redis) {}

  async open(begun: BegunOidc): Promise<string> {
    const name = newSecret();
    await this.redis.set(keyOf(name), JSON.stringify(begun), 'EX', KEPT_SECONDS);
    return name;
  }

  /** Good once. */
  async take(name: string): Promise<BegunOidc | null> {
    const found = await this.redis.getdel(keyOf(name));
    return found === null ? null : (JSON.parse(found) as BegunOidc);
  }
}

function keyOf(name: string): string {
  return `sign-in:oidc:${digestOf(name)}`;
}
