import { Injectable } from '@nestjs/common';
import { asPerson, type Person } from '../../platform/auth/as-person';
import { digestOf, newSecret } from '../../platform/auth/random-secret';
import { PrincipalSource } from '../../platform/auth/principal';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { AppError } from '../../platform/errors/app-error';
import type { Client } from '../../platform/http/client';
import { Seal } from '../../platform/http/seal';
import { decideRefresh } from './domain/refresh-decision';
import { hashesOf, readRefreshToken, type RefreshToken } from './refresh-token';
import type { StaffSession } from './session.entity';
import { SessionsRepository } from './sessions.repository';
import type { TokenDto } from './sign-in.dto';
import { TokensService } from './tokens.service';

/** Each refresh token is good once; see docs/adr/0008. */
@Injectable()
export class RefreshService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly ender: Sessions,
    private readonly source: PrincipalSource,
    private readonly database: ProviderDatabase,
    private readonly tokens: TokensService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `unauthenticated`, in one wording for every reason */
  async refresh(text: string, { address }: Client): Promise<TokenDto> {
    const shown = readRefreshToken(text);
    const session = shown && (await this.sessions.ofFamily(shown.kind, hashesOf(shown).familyHash));
    if (!shown || !session) throw signInAgain();
    const claims = { kind: shown.kind, sub: session.personId, tenant: session.tenantId, sid: session.id };
    const principal = await this.source.ofToken(claims);
    if (!principal) throw signInAgain();
    const person = { ...principal, kind: shown.kind };
    const exchange = () => this.database.transaction(() => this.exchange(person, session.id, shown));
    const next = await asPerson(person, address, exchange);
    if (next) return this.tokens.issue(person, session, next);
    await this.ender.announce(session.id);
    throw signInAgain();
  }

  /** @returns null where the session is over, or is now. */
  private async exchange(person: Person, id: string, shown: RefreshToken): Promise<RefreshToken | null> {
    const session = await this.sessions.lock(person, id);
    const now = this.clock.now();
    const decision = session ? decideRefresh(session, hashesOf(shown).refreshHash, now) : 'over';
    if (session && decision === 'rotate') return this.rotate(person, session, shown, now);
    if (session && decision === 'repeat') return this.repeat(session, shown);
    if (decision === 'reused') await this.sessions.end(person, id, now, 'reused');
    return null;
  }

  private async rotate({ kind }: Person, session: StaffSession, shown: RefreshToken, now: Date): Promise<RefreshToken> {
    const secret = newSecret();
    await this.sessions.rotate(kind, session.id, {
      refreshHash: digestOf(secret),
      refreshedAt: now,
      previousHash: session.refreshHash,
      successor: new Seal(shown.secret).close(session.familyHash, secret),
    });
    return { ...shown, secret };
  }

  private repeat(session: StaffSession, shown: RefreshToken): RefreshToken | null {
    if (session.successor === null) return null;
    return { ...shown, secret: new Seal(shown.secret).open<string>(session.familyHash, session.successor) };
  }
}

function signInAgain(): AppError {
  return new AppError('unauthenticated', 'The session is over: sign in again.');
}
