import type { INestApplication } from '@nestjs/common';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { StaffService } from '../../src/features/staff/staff.service';
import { hashPassword } from '../../src/platform/auth/passwords';
import type { StaffRole, TenantRole } from '../../src/platform/auth/permissions';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { describeApi } from '../../src/platform/http/openapi';
import type { TestApi } from './api';

/** What an answer's JSON holds: the fields that many answers have, and any other. */
export interface Wire {
  id: string;
  code: string;
  secret: string;
  data: Wire[];
  has_more: boolean;
  errors: { pointer: string; rule: string }[];
  [field: string]: unknown;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Wire;
  etag: string;
}

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Asks the API over HTTP as one person or key; every answer is held against the OpenAPI document. */
export interface ApiClient {
  get: Send;
  post: Send;
  put: Send;
  patch: Send;
  delete: Send;
  /** The same credential, naming a tenant. */
  forTenant(tenantId: string): ApiClient;
  /** One of the provider's people, with a grant, at work for a tenant. */
  enter(tenantId: string): Promise<ApiClient>;
}

export const PASSWORD = 'correct horse battery staple';

/** Makes clients for one running api. */
export class ApiClients {
  private readonly document: AnswerCheck;

  constructor(private readonly api: TestApi) {
    this.document = new AnswerCheck(api.app);
  }

  /** The first user of that role whom the tenant's file names. */
  async user(tenant: string, role: TenantRole): Promise<ApiClient> {
    return this.signIn({ tenant, email: await this.emailOf(tenant, role), password: PASSWORD });
  }

  /** That user's e-mail address; from now on the password is `PASSWORD`. */
  async emailOf(tenant: string, role: TenantRole): Promise<string> {
    const [row] = await this.database().sql<{ id: string; email: string }>(
      `SELECT u.id, u.email FROM users u JOIN tenants t ON t.id = u.tenant_id
       WHERE t.slug = ? AND u.role = ? ORDER BY u.id LIMIT 1`,
      [tenant, role],
    );
    if (!row) throw new Error(`${tenant} has no ${role}`);
    const own = 'UPDATE users SET password_hash = ?, password_temporary = 0, password_set_at = NULL WHERE id = ?';
    await this.database().sql(own, [await hashPassword(PASSWORD), row.id]);
    return row.email;
  }

  async staff(role: StaffRole): Promise<ApiClient> {
    const email = `${role}@seatline.test`;
    await this.api.app.get(StaffService).ensure(email, role, role, PASSWORD);
    return this.signIn({ email, password: PASSWORD });
  }

  /** Signs in with a password that somebody else chose, and chooses `PASSWORD`. */
  async firstSignIn(body: { tenant: string; email: unknown; password: string }): Promise<ApiClient> {
    const client = await this.signIn(body);
    const changed = await client.post('/v1/me/password', { old_password: body.password, password: PASSWORD });
    if (changed.status !== 204) throw new Error(`cannot choose a password: ${JSON.stringify(changed.body)}`);
    return client;
  }

  async signIn(body: object): Promise<ApiClient> {
    const answer = await this.anonymous().post('/v1/sign-in', body);
    if (answer.status !== 200) throw new Error(`cannot sign in: ${JSON.stringify(answer.body)}`);
    return this.bearer(String(answer.body['access_token']));
  }

  /** An access token or an API key. */
  bearer(credential: string): ApiClient {
    return this.client({ authorization: `Bearer ${credential}` });
  }

  anonymous(): ApiClient {
    return this.client({});
  }

  private client(own: Record<string, string>): ApiClient {
    const send =
      (method: string): Send =>
      async (path, body, headers = {}) => {
        const response = await fetch(this.api.url + path, {
          method,
          headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...own, ...headers },
          ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        });
        const text = await response.text();
        const answer = {
          status: response.status,
          headers: response.headers,
          body: (isJson(response.headers) ? JSON.parse(text) : { text }) as Wire,
          etag: response.headers.get('etag') ?? '',
        };
        this.document.check(method, path, answer);
        return answer;
      };
    const forTenant = (tenantId: string) => this.client({ ...own, 'seatline-tenant': tenantId });
    const post = send('POST');
    return {
      get: send('GET'),
      post,
      put: send('PUT'),
      patch: send('PATCH'),
      delete: send('DELETE'),
      forTenant,
      enter: async (tenantId) => {
        const { status } = await post(`/v1/tenants/${tenantId}/access-grants`, { reason: 'a test', hours: 1 });
        if (status !== 201) throw new Error(`no grant for ${tenantId}: ${status}`);
        return forTenant(tenantId);
      },
    };
  }

  private database(): ProviderDatabase {
    return this.api.app.get(ProviderDatabase);
  }
}

/** A file is none, such as a list with a JSON object a line. */
function isJson(headers: Headers): boolean {
  return /^application\/(problem\+)?json/.test(headers.get('content-type') ?? '');
}

type Responses = Record<string, { content?: object }>;

/** Holds answers against the document: no undocumented status, no body that breaks its schema. */
export class AnswerCheck {
  private readonly ajv = new Ajv({ strict: false, validateFormats: false });
  private readonly routes: { method: string; path: string; pattern: RegExp; responses: Responses }[];
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(app: INestApplication) {
    const document = describeApi(app);
    this.ajv.addSchema(document, 'api');
    this.routes = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { responses: Responses }>).map(([method, { responses }]) => ({
        method: method.toUpperCase(),
        path,
        pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
        responses,
      })),
    );
  }

  check(method: string, path: string, { status, headers, body }: Pick<Answer, 'status' | 'headers' | 'body'>): void {
    const plain = path.split('?')[0] ?? '';
    // a literal path such as /v1/tenants/file is more to the point than /v1/tenants/{id}
    const fitting = this.routes.filter((route) => route.method === method && route.pattern.test(plain));
    const route = fitting.find((each) => each.path === plain) ?? fitting[0];
    if (status >= 400) {
      expect(headers.get('content-type')).toMatch('application/problem+json');
      return this.validate('/components/schemas/ProblemDto', body);
    }
    if (!route) return;
    expect(Object.keys(route.responses)).toContain(String(status));
    if (status === 204) return;
    const types = Object.keys(route.responses[status]?.content ?? {});
    expect(types).toContain(headers.get('content-type')?.split(';')[0]);
    if (!types.includes('application/json')) return;
    const escaped = route.path.replaceAll('~', '~0').replaceAll('/', '~1');
    const verb = method.toLowerCase();
    this.validate(`/paths/${escaped}/${verb}/responses/${status}/content/application~1json/schema`, body);
  }

  private validate(pointer: string, body: unknown): void {
    const validate = this.validators.get(pointer) ?? this.ajv.compile({ $ref: `api#${encodeURI(pointer)}` });
    this.validators.set(pointer, validate);
    if (!validate(body)) throw new Error(`The answer breaks ${pointer}: ${this.ajv.errorsText(validate.errors)}`);
  }
}
