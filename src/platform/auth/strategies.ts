import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy as BaseStrategy } from 'passport';
import { ExtractJwt, Strategy as JwtBase } from 'passport-jwt';
import { Config } from '../config/config';
import { API_KEY_PREFIX } from './api-key-secret';
import { type Principal, PrincipalSource, type TokenClaims } from './principal';

export const TOKEN_ISSUER = 'seatline';

@Injectable()
export class JwtStrategy extends PassportStrategy(JwtBase, 'jwt') {
  constructor(
    config: Config,
    private readonly source: PrincipalSource,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: config.JWT_SECRET,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
    });
  }

  async validate(claims: TokenClaims): Promise<Principal | false> {
    return (await this.source.ofToken(claims)) ?? false;
  }
}

/** Reads `Authorization: Bearer sk_…`. */
class BearerKey extends BaseStrategy {
  constructor(private readonly verify: (key: string, done: (error: unknown, user?: unknown) => void) => void) {
    super();
  }

  override authenticate(request: Request): void {
    const [scheme, key] = (request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || !key?.startsWith(API_KEY_PREFIX)) return this.fail(401);
    this.verify(key, (error, user) => {
      if (error) this.error(error);
      else if (user) this.success(user);
      else this.fail(401);
    });
  }
}

@Injectable()
export class ApiKeyStrategy extends PassportStrategy(BearerKey, 'api-key') {
  constructor(private readonly source: PrincipalSource) {
    super();
  }

  async validate(key: string): Promise<Principal | false> {
    return (await this.source.ofApiKey(key)) ?? false;
  }
}
