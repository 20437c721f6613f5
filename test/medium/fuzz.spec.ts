import { InvoicesService } from '../../src/features/invoices/invoices.service';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { newId } from '../../src/platform/database/ids';
import { ROLE_PERMISSIONS } from '../../src/platform/auth/permissions';
import { describeApi } from '../../src/platform/http/openapi';
import { PERMISSION_EXTENSION } from '../../src/platform/http/operation';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, AnswerCheck, ApiClients, type Wire } from '../factories/api-client';
import { administratorToken, book, inboundLeg, staffToken, tenantIdOf } from '../factories/books';
import { type FuzzRequest, fuzzRequests } from '../factories/fuzz/fuzz-requests';
import { stockNumbers } from '../factories/number-stock';
import { Random } from '../factories/fuzz/random';

/** Each way to spoil each part of each operation by itself makes some 9,000. */
const REQUESTS = 10_000;
/** FUZZ_SEED=… tries others; a failure tells the one it had. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261122);
const AT_ONCE = 8;
/** Whatever takes longer than this never ends. */
const HANGS_MS = 30_000;

let api: TestApi;
let check: AnswerCheck;
let tenantId: string;
let tokens: { admin: string; staff: string };
let requests: Generator<FuzzRequest>;
let paths: Record<string, Record<string, Record<string, unknown>>>;
let ids: string[];

beforeAll(async () => {
  api = await startTestApi();
  check = new AnswerCheck(api.app);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  tenantId = await tenantIdOf(api.app, 'pharma');
  await new ApiClients(api).user('pharma', 'tenant_admin');
  tokens = { admin: await administratorToken(api.app, 'pharma'), staff: await staffToken(api.app, 'provider_admin') };
  await new ApiClients(api).bearer(tokens.staff).enter(tenantId);
  await book(api.app, inboundLeg(tenantId, '2026-11-01T04:00:00Z', 61));
  await stockNumbers(api.app, null, '+862150000000..+862150000999');
  await api.app.get(InvoicesService).close(tenantId, '2026-11');
  await sitDown();
  const file = await new ApiClients(api).bearer(tokens.staff).get(`/v1/tenants/${tenantId}/file`);
  const document = describeApi(api.app);
  // whoever signs out asks nothing more
  delete document.paths['/v1/sign-out'];
  paths = document.paths as never;
  ids = await idsOf(tenantId);
  const fill = (field: string, example: unknown, turn: number, route: string) =>
    field === 'file' ? file.body['file'] : somethingNew(field, example, turn, route);
  const foreignIds = ['tenant', 'queue', 'user', 'call', 'invoiceLine'].map((kind) => newId(kind as 'queue'));
  requests = fuzzRequests(document, { seed: SEED, ids, foreignIds, fill });
});
afterAll(() => api.stop());

/** The administrator is an agent as well. */
async function sitDown(): Promise<void> {
  await api.app.get(ProviderDatabase).sql(
    `UPDATE agents a JOIN users u ON u.tenant_id = a.tenant_id AND u.role = 'tenant_admin' SET a.user_id = u.id
     WHERE a.tenant_id = ? AND a.number = '1002'`,
    [tenantId],
  );
}

/** Names that are taken would hide behind a conflict whatever lies beyond it; the administrator keeps his password. */
function somethingNew(field: string, example: unknown, turn: number, route: string): unknown {
  if (route === '/v1/sign-in') return undefined;
  if (field === 'old_password') return 'not the one in use';
  if (field === 'email') return `fuzz-${turn}@pharma.seatline.test`;
  // what is leased must be in the stock, what is added there must not
  if (field === 'number' && route === '/v1/numbers') return `+86215${String(turn % 1000).padStart(7, '0')}`;
  if (field === 'numbers') return String(95_000_000 + turn);
  if (field === 'extension') return String(200_000 + turn);
  if (field === 'number') return String(example).startsWith('+') ? `+8621${60_000_000 + turn}` : String(300_000 + turn);
  return field === 'name' ? `${String(example)}-${turn}` : undefined;
}

/** What the tenant has; but for its administrator, who would end the test by removing himself. */
async function idsOf(tenant: string): Promise<string[]> {
  const tables = [
    'users', 'seats', 'agents', 'teams', 'calendars', 'queues', 'wrap_up_codes', 'segments', 'ivr_scripts', 'ivr_script_versions', 'numbers', 'calls',
    'tariffs', 'contracts', 'invoices', 'invoice_lines',
  ];
  const database = api.app.get(ProviderDatabase);
  const rows = await Promise.all(tables.map((table) => database.sql<{ id: string }>(`SELECT id FROM ${table} WHERE tenant_id = ? ORDER BY id`, [tenant])));
  const [admin] = await database.sql<{ id: string }>(`SELECT id FROM users WHERE tenant_id = ? AND role = 'tenant_admin'`, [tenant]);
  const stock = await database.sql<{ id: string }>('SELECT id FROM number_stock WHERE held_for IS NULL ORDER BY id DESC LIMIT 20');
  return [tenant, ...[...rows.flat(), ...stock].map(({ id }) => id)].filter((id) => id !== admin?.id);
}

/** The administrator where he may ask at all, and now and then where he may not; else the provider's. */
function credentialsFor({ method, route }: FuzzRequest, random: Random): Record<string, string> {
  const permission = paths[route]?.[method.toLowerCase()]?.[PERMISSION_EXTENSION] as never;
  const foreign = permission !== 'signed-in' && !ROLE_PERMISSIONS.tenant_admin.includes(permission);
  if (random.below(foreign ? 10 : 2) === 0) return { authorization: `Bearer ${tokens.admin}` };
  return { authorization: `Bearer ${tokens.staff}`, 'Seatline-Tenant': tenantId };
}

interface Told extends FuzzRequest {
  headers: Record<string, string>;
  status: number;
}

async function send(request: FuzzRequest, own: Record<string, string>): Promise<Told> {
  const headers = { ...own, ...request.headers };
  const { method, path, body } = request;
  const response = await fetch(api.url + path, { method, headers, signal: AbortSignal.timeout(HANGS_MS), ...(body !== undefined && { body: body as string }) });
  const text = await response.text();
  const answer = { status: response.status, headers: response.headers, body: bodyOf(response, text) } as Answer;
  if (answer.status >= 500) throw new Error(`answered ${text}`);
  check.check(method, new URL(response.url).pathname, answer);
  if (answer.status === 201 && answer.body.id) ids.push(answer.body.id);
  return { ...request, headers, status: answer.status };
}

function bodyOf({ headers }: Response, text: string): Wire {
  const isJson = /^application\/(problem\+)?json/.test(headers.get('content-type') ?? '');
  return (isJson ? JSON.parse(text) : {}) as Wire;
}

function described({ method, path, headers, body, what }: FuzzRequest, problem: unknown): string {
  const shown = String(body ?? '').slice(0, 600);
  return `seed ${SEED}: ${method} ${path.slice(0, 300)} (${what}) ${JSON.stringify(headers).slice(0, 300)}\n  ${shown}\n  ${String(problem)}`;
}

it(`answers ${REQUESTS} spoilt requests without an error of its own`, async () => {
  const random = new Random(SEED);
  const problems: string[] = [];
  const told: Told[] = [];
  let left = REQUESTS;
  const client = async () => {
    while (left > 0 && problems.length < 20) {
      left -= 1;
      const request = requests.next().value as FuzzRequest;
      const own = credentialsFor(request, random);
      await send(request, own).then(
        (each) => told.push(each),
        (error: unknown) => problems.push(described({ ...request, headers: { ...own, ...request.headers } }, error)),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  expect(problems).toEqual([]);
  expect(told).toHaveLength(REQUESTS);
  // whoever is signed out, or answered 422 throughout, has tried nothing
  const me = await new ApiClients(api).bearer(tokens.admin).get('/v1/me');
  expect(me.status).toBe(200);
  // what works on a call needs one that goes on, and a switch
  const answerable = Object.entries(paths).filter(([path]) => !path.includes('{uuid}'));
  const operations = answerable.flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`));
  const done = new Set(told.filter(({ status }) => status < 300).map(({ method, route }) => `${method} ${route}`));
  expect(done.size).toBeGreaterThan(0.75 * operations.length);
});
