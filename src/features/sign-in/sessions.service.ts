import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { type PersonRef, type SessionEnd, Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { UsersReader } from '../users/users.reader';
import type { StaffSession } from './session.entity';
import { SessionsRepository } from './sessions.repository';

/** A session as its owner sees it. */
type ShownSession = StaffSession & { current: boolean };

/** People's sessions: listed, and ended at once on HTTP and on open streams. */
@Injectable()
export class SessionsService extends Sessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly users: UsersReader,
    private readonly rights: RightsChanges,
    private readonly clock: Clock,
  ) {
    super();
  }

  list(principal: Principal, request: PageRequest): Promise<Page<ShownSession>> {
    return this.page(personOf(principal), request, principal.sessionId);
  }

  end(principal: Principal, id: string): Promise<void> {
    return this.endOne(personOf(principal), id, 'ended');
  }

  async endOthers(principal: Principal): Promise<void> {
    const person = personOf(principal);
    await this.endAllOf(person, 'ended', principal.sessionId);
    await this.announce(person.id);
  }

  async signOut(principal: Principal): Promise<void> {
    if (principal.sessionId) await this.endOne(personOf(principal), principal.sessionId, 'signed_out');
  }

  async listOf(userId: string, principal: Principal, request: PageRequest): Promise<Page<ShownSession>> {
    return this.page(await this.user(userId), request, principal.sessionId);
  }

  async endOf(userId: string, id: string): Promise<void> {
    await this.endOne(await this.user(userId), id, 'ended');
  }

  async endAllOfUser(userId: string): Promise<void> {
    await this.endAllOf(await this.user(userId), 'ended');
    await this.announce(userId);
  }

  override endAllOf(person: PersonRef, because: SessionEnd, exceptId?: string | null): Promise<void> {
    return this.sessions.endAllOf(person, this.clock.now(), because, exceptId);
  }

  override announce(personId: string): Promise<void> {
    return this.rights.announce(personId);
  }

  private async endOne(person: PersonRef, id: string, because: SessionEnd): Promise<void> {
    if (!(await this.sessions.find(person, id))) throw AppError.notFound();
    await this.sessions.end(person, id, this.clock.now(), because);
    await this.rights.announce(id);
  }

  private async page(person: PersonRef, request: PageRequest, currentId: string | null): Promise<Page<ShownSession>> {
    const { data, hasMore } = await this.sessions.page(person, request, this.clock.now());
    return { data: data.map((session) => ({ ...session, current: session.id === currentId })), hasMore };
  }

  private async user(id: string): Promise<PersonRef> {
    if (!(await this.users.exists(id))) throw AppError.notFound();
    return { kind: 'user', id };
  }
}

/** An API key is nobody: it has no sessions, no password and no second factor. */
export function personOf({ kind, id }: Principal): PersonRef {
  if (kind === 'api_key') throw AppError.notFound();
  return { kind, id };
}
