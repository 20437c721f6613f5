import { Injectable } from '@nestjs/common';
import { asPerson } from '../../platform/auth/as-person';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { EMAIL, FREE_TEXT } from '../tenants/domain/text-rules';
import { NewUsers } from '../users/domain/new-users';
import { UsersReader, type UserRef } from '../users/users.reader';
import { nameOf, roleOf } from './domain/user-creation';
import type { IdentityProvider } from './identity-provider.entity';
import { IdentityLinksRepository } from './identity-links.repository';
import { IdentityProvidersRepository } from './identity-providers.repository';
import type { OidcClaims } from './oidc-client';

/** `linked`: the user of that address is another subject's already. */
export type Vouched = { is: 'user'; user: UserRef } | { is: 'linked'; user: UserRef } | { is: 'nobody'; why: string };

/**
 * Which of its tenant's users somebody is whom the provider vouches for. An address finds him once; from then on he is known
 * by his subject alone, as an address can be given to somebody else and a subject cannot.
 */
@Injectable()
export class OidcPeople {
  constructor(
    private readonly links: IdentityLinksRepository,
    private readonly providers: IdentityProvidersRepository,
    private readonly users: UsersReader,
    private readonly newUsers: NewUsers,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** For the provider's tenant, which is set. @param address from which he comes, for the audit log */
  async find(provider: IdentityProvider, claims: OidcClaims, address: string): Promise<Vouched> {
    return (await this.linked(claims)) ?? this.database.transaction(() => this.meet(provider, claims, address));
  }

  private async linked(claims: OidcClaims): Promise<Vouched | null> {
    const link = await this.links.ofSubject(claims);
    return link && activeOnly(await this.users.find(link.personId));
  }

  /** One at a time in a tenant: of two first sign-ins of the same person the second finds what the first has made. */
  private async meet(provider: IdentityProvider, claims: OidcClaims, address: string): Promise<Vouched> {
    if ((await this.providers.lock())?.id !== provider.id) return nobody('the provider was replaced meanwhile');
    const known = await this.linked(claims);
    if (known) return known;
    const email = believed(provider, claims);
    if (email === null) return nobody('the provider does not stand by an address of its domains');
    const there = await this.users.byEmail(email);
    const found = there ? activeOnly(there) : await this.create(provider, claims, email);
    return found.is === 'user' ? this.bind(found.user, claims, address) : found;
  }

  private async bind(user: UserRef, { issuer, subject }: OidcClaims, address: string): Promise<Vouched> {
    if (await this.links.ofPerson(issuer, user.id)) return { is: 'linked', user };
    const link = { id: newId('identityLink'), personId: user.id, issuer, subject, createdAt: this.clock.now() };
    const person = { kind: 'user', id: user.id, name: user.email, tenantId: tenantContext.tenantId() } as const;
    await asPerson(person, address, () => this.links.insert(link));
    return { is: 'user', user };
  }

  private async create({ createUsers }: IdentityProvider, { all }: OidcClaims, email: string): Promise<Vouched> {
    if (!createUsers) return nobody('there is no user of that address');
    if (!EMAIL.pattern.test(email)) return nobody('the address is none that a user may have');
    const role = roleOf(createUsers, all);
    if (role === null) return nobody('no role is meant for what the provider says');
    const name = nameOf(all, email, (text) => FREE_TEXT.pattern.test(text));
    const { id } = await this.newUsers.create({ email, name, role });
    return { is: 'user', user: { id, email, active: true } };
  }
}

/** A provider speaks for the domains that its tenant named, and for no address that it has not checked. */
function believed({ emailDomains }: IdentityProvider, { email, emailVerified }: OidcClaims): string | null {
  const domain = email?.split('@').at(-1) ?? '';
  return emailVerified && emailDomains.includes(domain) ? email : null;
}

function activeOnly(user: UserRef | null): Vouched {
  return user?.active ? { is: 'user', user } : nobody('the user is switched off');
}

function nobody(why: string): Vouched {
  return { is: 'nobody', why };
}
