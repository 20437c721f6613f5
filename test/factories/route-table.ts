import type { INestApplication } from '@nestjs/common';
import { ID_PREFIXES } from '../../src/platform/database/ids';
import { PERMISSION_EXTENSION, SCOPE_EXTENSION } from '../../src/platform/http/operation';
import { describeApi } from '../../src/platform/http/openapi';
import type { Answer, ApiClient } from './api-client';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A route of the API, as its document tells it: one that is added is tried at once. */
export interface Route {
  name: string;
  method: Method;
  path: string;
  /** `public`, `signed-in` or the permission that it asks for. */
  permission: string;
  /** It works on one tenant's data: the provider's people name the tenant. */
  ofTenant: boolean;
  ifMatch: boolean;
  /** What kinds of ids its path takes. */
  idPatterns: string[];
  /** What else its path takes, one of those values. */
  choices: Record<string, string>;
  /** The query parameters that take an id, of which kinds: null for any. */
  idQueries: { name: string; pattern: string | null }[];
  /** The content type of the file that it takes for a body, if it does. */
  upload: string | undefined;
  /** A body as the document shows it, if the route takes one. */
  body: unknown;
}

interface Operation {
  [PERMISSION_EXTENSION]: string;
  [SCOPE_EXTENSION]: string;
  parameters?: { in: string; name: string; schema?: { pattern?: string; example?: unknown; enum?: string[] } }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
}

export function routesOf(app: INestApplication): Route[] {
  return Object.entries(describeApi(app).paths).flatMap(([path, item]) =>
    Object.entries(item as unknown as Record<Method, Operation>).map(([method, operation]) => {
      const headers = (operation.parameters ?? []).filter((each) => each.in === 'header').map(({ name }) => name);
      return {
        name: `${method} ${path}`,
        method: method as Method,
        path,
        permission: operation[PERMISSION_EXTENSION],
        ofTenant: operation[SCOPE_EXTENSION] === 'tenant',
        ifMatch: headers.includes('If-Match'),
        idPatterns: (operation.parameters ?? []).flatMap((each) => (each.in === 'path' ? (each.schema?.pattern ?? []) : [])),
        choices: Object.fromEntries((operation.parameters ?? []).flatMap(({ in: where, name, schema }) => (where === 'path' && schema?.enum ? [[name, schema.enum[0] ?? '']] : []))),
        idQueries: (operation.parameters ?? []).filter(takesIdInQuery).map(({ name, schema = {} }) => ({ name, pattern: patternOfKind(schema.pattern) })),
        upload: Object.keys(operation.requestBody?.content ?? {}).find((type) => type !== 'application/json')?.replace('*', 'wav'),
        body: operation.requestBody?.content['application/json']?.example,
      };
    }),
  );
}

type Parameter = NonNullable<Operation['parameters']>[number];

/** By its example, which each field has: a cursor or an object of any kind is a text for the document. */
const takesIdInQuery = ({ in: where, schema }: Parameter): boolean => where === 'query' && IDS.test(String(schema?.example));
const patternOfKind = (pattern?: string): string | null => (pattern !== undefined && IDS.test(pattern.replace('^', '')) ? pattern : null);

/** Asks a route with one id wherever its path names one, a query, and a body as the document shows it with those ids in it. */
export function askRoute(client: ApiClient, route: Route, id: string, ids: readonly string[] = [], query = ''): Promise<Answer> {
  const { upload } = route;
  const body = upload ? 'a file' : route.body === undefined ? undefined : withIds(route.body, ids);
  const headers = { ...(route.ifMatch && { 'if-match': '"1"' }), ...(upload && { 'content-type': upload }) };
  return client[route.method](route.path.replace(/\{(\w+)\}/g, (_, name: string) => route.choices[name] ?? id) + query, body, headers);
}

/** The same value with each example of an id replaced by the id of that kind that is given. */
function withIds(value: unknown, ids: readonly string[]): unknown {
  if (typeof value === 'string') return ids.find((id) => IDS.test(value) && id.startsWith(value.slice(0, 4))) ?? value;
  if (Array.isArray(value)) return value.map((each) => withIds(each, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withIds(inner, ids)]));
}

const IDS = new RegExp(`^(${Object.values(ID_PREFIXES).join('|')})_`);
