import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { API_KEY_PREFIX } from './api-key-secret';
import { type Principal, PrincipalSource, type TokenClaims } from './principal';

/** Who a bearer token speaks for, where passport cannot stand: at the handshake of a websocket. */
@Injectable()
export class BearerTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly source: PrincipalSource,
  ) {}

  async principalOf(token: string): Promise<Principal | null> {
    if (token.startsWith(API_KEY_PREFIX)) return this.source.ofApiKey(token);
    try {
      return await this.source.ofToken(await this.jwt.verifyAsync<TokenClaims>(token));
    } catch {
      return null;
    }
  }
}
