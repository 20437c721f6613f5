import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { KeptSecrets } from '../../platform/encryption/kept-secrets';
import { HttpClient } from '../../platform/http-client/http-client';
import type { IdentityProvider } from './identity-provider.entity';
import { placeOf } from './sign-in-secrets';

/** What is kept of a sign-in on its way, to hold against what comes back. */
export interface OidcChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** What the provider says of somebody, proved by its signature. */
export interface OidcClaims {
  issuer: string;
  /** Up to 255 ASCII characters (OpenID Connect Core 1.0, section 2). */
  subject: string;
  /** In lower case. */
  email: string | null;
  /** True only where the provider says so itself. */
  emailVerified: boolean;
  all: Readonly<Record<string, unknown>>;
}

type Provider = Pick<IdentityProvider, 'id' | 'issuer' | 'clientId' | 'clientSecret' | 'createUsers'>;

const SUBJECT = /^[\x20-\x7e]{1,255}$/;
const LONGEST_ISSUER = 500;

const TIMEOUT_S = 10;
/** A provider that changes its keys is asked for them anew by itself. */
const KNOWN_MS = 300_000;
const MOST_KNOWN = 1000;

/** Speaks OpenID Connect (authorization code with PKCE) to a tenant's provider, over the client that reaches the public internet alone. */
@Injectable()
export class OidcClient {
  private readonly descriptions = new Map<string, { description: oidc.Configuration; until: number }>();

  constructor(
    private readonly http: HttpClient,
    private readonly secrets: KeptSecrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Reads the provider's own description. @throws where it has none, or names another issuer */
  async discover({ id, issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> {
    const secret = this.secrets.open(placeOf('identity_providers', id), clientSecret);
    const found = await oidc.discovery(new URL(issuer), clientId, secret, oidc.ClientSecretBasic(secret), {
      [oidc.customFetch]: (url, options) => this.http.fetch(url, options as never),
      // the client itself refuses http to any machine but this one, and to this one unless it is allowed
      ...(this.http.rules.loopback && { execute: [oidc.allowInsecureRequests] }),
      timeout: TIMEOUT_S,
    });
    // the token comes straight from the provider; its signature is checked all the same
    oidc.enableNonRepudiationChecks(found);
    return found;
  }

  /** Whoever begins many sign-ins must not have us ask the provider as often. */
  private async described(provider: Provider): Promise<oidc.Configuration> {
    const known = this.descriptions.get(provider.id);
    const now = this.clock.now().getTime();
    if (known && now < known.until) return known.description;
    const description = await this.discover(provider);
    if (this.descriptions.size >= MOST_KNOWN) this.descriptions.clear();
    this.descriptions.set(provider.id, { description, until: now + KNOWN_MS });
    return description;
  }

  async begin(provider: Provider): Promise<{ url: string; checks: OidcChecks }> {
    const checks = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(await this.described(provider), {
      redirect_uri: this.config.OIDC_REDIRECT_URL,
      // what a new user is called stands in the profile
      scope: provider.createUsers ? 'openid email profile' : 'openid email',
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, checks };
  }

  /** @throws where anything that came back is not as it must be */
  async complete(provider: Provider, { state, nonce, codeVerifier }: OidcChecks, query: string): Promise<OidcClaims> {
    const back = new URL(this.config.OIDC_REDIRECT_URL);
    back.search = query;
    const tokens = await oidc.authorizationCodeGrant(await this.described(provider), back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    return readClaims({ ...tokens.claims() });
  }
}

/** @throws where nobody could be known again by them */
function readClaims(all: Record<string, unknown>): OidcClaims {
  const { iss, sub, email, email_verified: verified } = all;
  if (typeof iss !== 'string' || iss.length > LONGEST_ISSUER) throw new Error('The ID token names no issuer that can be kept.');
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new Error('The ID token names no subject that can be kept.');
  const address = typeof email === 'string' ? email.toLowerCase() : null;
  return { issuer: iss, subject: sub, email: address, emailVerified: verified === true, all };
}
