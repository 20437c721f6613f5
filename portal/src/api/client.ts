import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../texts/language';
import { enteredTenant } from '../session/entered-tenant';
import { session } from '../session/session';
import { type Problem, ProblemError, UNREACHABLE } from './problem';
import type { paths } from './schema';

const credentials: Middleware = {
  async onRequest({ request }) {
    const token = await session.token();
    if (token !== null) request.headers.set('Authorization', `Bearer ${token}`);
    const tenant = enteredTenant.get();
    // a request may name another one itself
    if (tenant && !request.headers.has('Seatline-Tenant')) request.headers.set('Seatline-Tenant', tenant.id);
    request.headers.set('Accept-Language', currentLanguage());
    // the browser may send a request a second time by itself; a click that did so must count once
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', crypto.randomUUID());
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) session.over();
  },
};

/** The API, typed by its document. Each call goes through `answerOf`. */
export const api = createClient<paths>({ baseUrl: '/' });
api.use(credentials);

interface Result<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered. @throws ProblemError, also where nobody could be reached */
export async function answerOf<T>(request: Promise<Result<T>>): Promise<T> {
  return (await versionOf(request)).data;
}

/** What was answered, with the version to send in `If-Match` where it is changed. @throws ProblemError */
export async function versionOf<T>(request: Promise<Result<T>>): Promise<{ data: T; etag: string }> {
  const { data, error, response } = await request.catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw new ProblemError(UNREACHABLE);
  });
  if (!response.ok) throw new ProblemError(isProblem(error) ? error : { ...UNREACHABLE, status: response.status });
  return { data: data as T, etag: response.headers.get('etag') ?? '' };
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error;
}
