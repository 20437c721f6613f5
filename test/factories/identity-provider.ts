import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Code {
  challenge: string;
  nonce: string;
  redirect: string;
  claims: object;
}

/** What a dishonest or broken provider does; each falsifies one thing. */
export interface Falsehoods {
  /** Over what the ID token would say. */
  claims?: object;
  signedBy?: KeyObject;
  algorithm?: 'RS256' | 'none';
}

export const CLIENT = { id: 'seatline', secret: 'the secret of the client' };

/** A small OpenID provider on loopback: discovery, real signed tokens, PKCE, client authentication; its people sign in by `authorize`. */
export class TestIdentityProvider {
  falsehoods: Falsehoods = {};
  /** How often its description was asked for. */
  described = 0;
  private readonly codes = new Map<string, Code>();
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly server = createServer((request, response) => void this.answer(request, response).catch(() => response.destroy()));

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Somebody who is signed in there follows the link. @returns the query with which the browser comes back */
  authorize(url: string, claims: object): string {
    const { searchParams } = new URL(url);
    const asked = (name: string) => searchParams.get(name) ?? '';
    if (asked('response_type') !== 'code' || asked('client_id') !== CLIENT.id || asked('code_challenge_method') !== 'S256') {
      throw new Error(`not a request of ours: ${url}`);
    }
    const code = randomUUID();
    this.codes.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), redirect: asked('redirect_uri'), claims });
    return new URLSearchParams({ code, state: asked('state') }).toString();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = new URLSearchParams(await textOf(request));
    const [status, answer] = this.route(request, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private route(request: IncomingMessage, body: URLSearchParams): [number, object] {
    if (request.url === '/.well-known/openid-configuration') return [200, this.description()];
    if (request.url === '/jwks') return [200, { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: '1' }] }];
    if (request.url === '/token') return this.exchange(request.headers.authorization ?? '', body);
    return [404, {}];
  }

  private description(): object {
    this.described += 1;
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  private exchange(authorization: string, body: URLSearchParams): [number, object] {
    const code = this.codes.get(body.get('code') ?? '');
    this.codes.delete(body.get('code') ?? '');
    const [id, secret] = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':').map(formDecoded);
    if (id !== CLIENT.id || secret !== CLIENT.secret) return [401, { error: 'invalid_client' }];
    const shown = createHash('sha256').update(body.get('code_verifier') ?? '').digest('base64url');
    if (code?.challenge !== shown || code.redirect !== body.get('redirect_uri')) return [400, { error: 'invalid_grant' }];
    return [200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: this.idToken(code) }];
  }

  private idToken({ nonce, claims }: Code): string {
    const now = Math.floor(Date.now() / 1000);
    const { algorithm = 'RS256', signedBy = this.keys.privateKey } = this.falsehoods;
    const said = { iss: this.issuer, aud: CLIENT.id, sub: subjectOf(claims), iat: now, exp: now + 60, nonce, ...claims, ...this.falsehoods.claims };
    const text = [{ alg: algorithm, kid: '1' }, said].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${text}.${algorithm === 'none' ? '' : sign('RSA-SHA256', Buffer.from(text), signedBy).toString('base64url')}`;
  }
}

/** An account of its own for each address, unless the claims say otherwise. */
function subjectOf(claims: object): string {
  return `subject of ${String((claims as { email?: unknown }).email).toLowerCase()}`;
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
