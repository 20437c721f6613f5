import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { asPerson, type Person } from '../../platform/auth/as-person';
import type { TokenClaims } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { newId } from '../../platform/database/ids';
import type { Client } from '../../platform/http/client';
import { formatRefreshToken, hashesOf, newRefreshToken, type RefreshToken } from './refresh-token';
import type { SignInMethod } from './session.entity';
import { SessionsRepository } from './sessions.repository';
import type { TokenDto } from './sign-in.dto';

/** Short, because it is not asked back; the session behind it is looked at with each request all the same. */
const ACCESS_SECONDS = 600;
const HOUR_MS = 3_600_000;

/** Opens sessions and makes their tokens. */
@Injectable()
export class TokensService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async open(person: Person, client: Client, method: SignInMethod): Promise<TokenDto> {
    const refresh = newRefreshToken(person.kind);
    const createdAt = this.clock.now();
    const session = {
      id: newId(person.kind === 'user' ? 'session' : 'staffSession'),
      personId: person.id,
      method,
      ...client,
      ...hashesOf(refresh),
      createdAt,
      lastSeenAt: createdAt,
      refreshedAt: createdAt,
      expiresAt: new Date(createdAt.getTime() + this.config.SESSION_HOURS * HOUR_MS),
      endedAt: null,
      endedBecause: null,
      previousHash: null,
      successor: null,
    };
    await asPerson(person, client.address, () => this.sessions.insert(person.kind, session));
    return this.issue(person, session, refresh);
  }

  async issue(person: Person, session: { id: string; expiresAt: Date }, refresh: RefreshToken): Promise<TokenDto> {
    const claims: TokenClaims = { sub: person.id, kind: person.kind, tenant: person.tenantId, sid: session.id };
    return {
      accessToken: await this.jwt.signAsync(claims, { expiresIn: ACCESS_SECONDS }),
      tokenType: 'Bearer',
      expiresIn: ACCESS_SECONDS,
      refreshToken: formatRefreshToken(refresh),
      sessionExpiresAt: session.expiresAt,
    };
  }
}
