import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { API_KEY_PREFIX } from './api-key-secret';
import { type Principal, PrincipalSource, type TokenClaims } from './principal';

/** Who stands behind a credential now; null when it no longer counts. */
export type Holder = () => Promise<Principal | null>;

/** Who a bearer token speaks for, where passport cannot stand: at the handshake of a websocket. */
@Injectable()
export class BearerTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly source: PrincipalSource,
  ) {}

  /**
   * An access token is short-lived, what it opens may last: it is looked at once, its session at each asking.
   * @returns null for a token that does not count
   */
  async holderOf(token: string): Promise<Holder | null> {
    if (token.startsWith(API_KEY_PREFIX)) return () => this.source.ofApiKey(token);
    try {
      const claims = await this.jwt.verifyAsync<TokenClaims>(token);
      return () => this.source.ofToken(claims);
    } catch {
      return null;
    }
  }
}
