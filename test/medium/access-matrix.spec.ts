import { type Role, ROLE_PERMISSIONS, STAFF_ROLES, TENANT_ROLES } from '../../src/platform/auth/permissions';
import { newId } from '../../src/platform/database/ids';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';
import { askRoute, type Route, routesOf } from '../factories/route-table';

let api: TestApi;
let clients: ApiClients;
let routes: Route[];
let tenantId: string;
/** An object that there is: a queue of pharma. */
let known: string;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  routes = routesOf(api.app);
  tenantId = await tenantIdOf(api.app, 'pharma');
  const admin = await clients.user('pharma', 'tenant_admin');
  known = (await admin.get('/v1/queues?limit=1')).body.data[0]!.id;
});
afterAll(() => api.stop());

const guarded = () => routes.filter(({ permission }) => permission !== 'public');
function openTo(role: Role): Route[] {
  const permissions: readonly string[] = ROLE_PERMISSIONS[role];
  return guarded().filter(({ permission }) => permission === 'signed-in' || permissions.includes(permission));
}

const wordsOf = ({ status, body }: Answer) => JSON.stringify([status, { ...body, trace_id: '', instance: '' }]);

/** Tells of each route that is answered otherwise than expected, whether the id in it is one that there is or not. */
async function others(of: Route[], client: ApiClient, status: number, code: string): Promise<string[]> {
  const found: string[] = [];
  for (const route of of) {
    const answers = [await askRoute(client, route, known, [known]), await askRoute(client, route, newId('queue'))];
    for (const answer of answers) {
      if (answer.status !== status || answer.body.code !== code) found.push(`${route.name}: ${wordsOf(answer)}`);
    }
    if (new Set(answers.map(wordsOf)).size > 1) found.push(`${route.name} tells that there is one`);
  }
  return found;
}

it('reads the routes, their permissions and their bodies from the document', () => {
  expect(guarded().length).toBeGreaterThan(50);
  expect(guarded().filter(({ permission }) => !permission)).toEqual([]);
  expect(routes.filter(({ body }) => body !== undefined).length).toBeGreaterThan(15);
});

it.each(['no credential', 'a credential that is none'])('answers nobody with %s', async (what) => {
  const client = what === 'no credential' ? clients.anonymous() : clients.bearer('sk_00000000000000000000000000000000');
  expect(await others(guarded(), client, 401, 'unauthenticated')).toEqual([]);
});

it.each([...TENANT_ROLES])('forbids a tenant\'s %s what the role does not hold, before it looks at the object', async (role) => {
  const closed = guarded().filter((route) => !openTo(role).includes(route));
  expect(closed.length).toBeGreaterThan(5);
  expect(await others(closed, await clients.user('pharma', role), 403, 'forbidden')).toEqual([]);
});

it.each(STAFF_ROLES.filter((role) => role !== 'provider_admin'))('forbids the provider\'s %s the same', async (role) => {
  const closed = guarded().filter((route) => !openTo(role).includes(route));
  const client = await (await clients.staff(role)).enter(tenantId);
  expect(await others(closed, client, 403, 'forbidden')).toEqual([]);
});

it("knows no tenant but their own for a tenant's people", async () => {
  const stranger = (await clients.user('insurance', 'tenant_admin')).forTenant(tenantId);
  const open = openTo('tenant_admin').filter(({ ofTenant }) => ofTenant);
  expect(open.length).toBeGreaterThan(30);
  expect(await others(open, stranger, 404, 'not_found')).toEqual([]);
});

it("lets the provider's people into no tenant without a grant", async () => {
  const client = (await clients.staff('provider_admin')).forTenant(tenantId);
  expect(await others(openTo('provider_admin').filter(({ ofTenant }) => ofTenant), client, 403, 'grant_required')).toEqual([]);
});

const MALFORMED = [
  'x', '%00', '%2e%2e%2f', "que_'--", 'que_%25', `que_${'0'.repeat(27)}`, 'Q'.repeat(2000), '%F0%9F%98%80', '%FF',
  'que_00000000000000000000000000%20', 'QUE_00000000000000000000000000',
];

it('takes no malformed id for one that there is, and fails at none', async () => {
  const admin = await clients.user('pharma', 'tenant_admin');
  const named = openTo('tenant_admin').filter(({ path, ofTenant }) => ofTenant && path.includes('{'));
  expect(named.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const route of named) {
    for (const id of MALFORMED) {
      const { status } = await askRoute(admin, route, id);
      if (![400, 404, 422].includes(status)) wrong.push(`${route.name} with ${id.slice(0, 40)}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});
