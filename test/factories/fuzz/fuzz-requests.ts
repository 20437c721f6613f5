import type { OpenAPIObject } from '@nestjs/swagger';
import { exampleOf, type Schema } from '../../../src/platform/http/example-of';
import { METHODS } from '../../../src/platform/http/openapi-document';
import type { FieldSchema } from './hostile-values';
import { bodyMutations, type Draft, type Mutation, type Parameter, parameterMutations, resolved, type Schemas, textOf } from './mutations';
import { Random } from './random';

export interface FuzzRequest {
  method: string;
  /** As in the document, e.g. `/v1/queues/{id}`. */
  route: string;
  /** As it is sent, with its query. */
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
  /** What is wrong with it, for people. */
  what: string;
}

interface Setting {
  seed: number;
  /** Ids that exist, e.g. `que_01J…`, also such as are added meanwhile; what asks for one of their kind gets one. */
  ids: readonly string[];
  /** Ids of other kinds or of nobody, to put where they do not belong. */
  foreignIds: readonly string[];
  /** What an example cannot be because it must be new each time or true: by the field's name; undefined keeps the example. */
  fill(field: string, example: unknown, turn: number, route: string): unknown;
}

interface Operation {
  method: string;
  route: string;
  parameters: Parameter[];
  body: Schema | undefined;
}

/** So often each operation is also asked as it should be, or else what lies beyond the checks would hardly be reached. */
const RIGHT = 15;

/**
 * Requests without end, made from the API's document: first each way to spoil each part of each operation by itself, in
 * random order, then several at once. The same seed, ids and order of asking give the same requests.
 */
export function* fuzzRequests(document: OpenAPIObject, setting: Setting): Generator<FuzzRequest> {
  const random = new Random(setting.seed);
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const ways = operationsOf(document).map((operation, turn) => ({ operation, mutations: mutationsOf(operation, schemas, setting, turn) }));
  const right = ways.flatMap(({ operation }) => Array.from({ length: RIGHT }, () => ({ operation, mutations: [] as Mutation[] })));
  const single = ways.flatMap(({ operation, mutations }) => mutations.map((mutation) => ({ operation, mutations: [mutation] })));
  let turn = 0;
  const spoilt = (operation: Operation, mutations: Mutation[]) =>
    requestOf(operation, mutations, new Drafting(operation, schemas, setting, random, (turn += 1)).draft());
  for (const { operation, mutations } of random.shuffled([...right, ...single])) yield spoilt(operation, mutations);
  for (;;) {
    const { operation, mutations } = random.of(ways);
    yield spoilt(operation, Array.from({ length: 2 + random.below(2) }, () => random.of(mutations)));
  }
}

function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.entries(paths).flatMap(([route, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method];
      const content = found?.requestBody && 'content' in found.requestBody ? found.requestBody.content['application/json'] : undefined;
      const body = content?.schema as Schema | undefined;
      return found ? [{ method: method.toUpperCase(), route, parameters: (found.parameters ?? []) as Parameter[], body }] : [];
    }),
  );
}

function mutationsOf({ parameters, body }: Operation, schemas: Schemas, { foreignIds }: Setting, turn: number): Mutation[] {
  const ofParameters = parameters.flatMap((each, index) => parameterMutations(each, foreignIds, turn + index));
  return [...ofParameters, ...(body ? bodyMutations(body as never, schemas, turn) : [])];
}

/** Makes one request as somebody would who asks rightly. */
class Drafting {
  constructor(
    private readonly operation: Operation,
    private readonly schemas: Schemas,
    private readonly setting: Setting,
    private readonly random: Random,
    private readonly turn: number,
  ) {}

  draft(): Draft {
    const { parameters, body } = this.operation;
    const path = parameters.filter((each) => each.in === 'path').map(({ name, schema }) => [name, schema?.enum?.[0] ?? this.idFor(schema?.pattern) ?? 'none']);
    const headers: Record<string, string> = {};
    if (parameters.some(({ name }) => name === 'If-Match')) headers['If-Match'] = `"${1 + this.random.below(2)}"`;
    if (body) headers['content-type'] = 'application/json';
    const example = body && this.filled(exampleOf(body, this.schemas as never), body as never);
    return { path: Object.fromEntries(path) as Record<string, string>, query: [], headers, body: example, finish: (text) => text };
  }

  private filled(value: unknown, schema: FieldSchema, name = ''): unknown {
    const whole = resolved(schema, this.schemas);
    if (Array.isArray(value)) return value.map((each) => this.filled(each, whole.items ?? {}, name));
    if (typeof value !== 'object' || value === null) {
      return this.idFor(whole.pattern) ?? this.setting.fill(name, value, this.turn, this.operation.route) ?? value;
    }
    const fields = Object.entries(value).map(([key, each]) => [key, this.filled(each, whole.properties?.[key] ?? {}, key)]);
    return Object.fromEntries(fields) as unknown;
  }

  /** What is removed is the newest of its kind, so that there always is one to ask for. */
  private idFor(pattern: string | undefined): string | undefined {
    const prefix = /^\^([a-z]{3}_)/.exec(pattern ?? '')?.[1];
    const fitting = prefix === undefined ? [] : this.setting.ids.filter((id) => id.startsWith(prefix));
    if (fitting.length === 0) return undefined;
    return this.operation.method === 'DELETE' ? fitting.at(-1) : this.random.of(fitting.slice(0, 30));
  }
}

function requestOf({ method, route }: Operation, mutations: Mutation[], draft: Draft): FuzzRequest {
  for (const { apply } of mutations) apply(draft);
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => draft.path[name] ?? '');
  const query = draft.query.map(([name, value]) => `${name}=${value}`).join('&');
  const what = mutations.map((each) => each.what).join(', ') || 'as it should be';
  return { method, route, path: query === '' ? path : `${path}?${query}`, headers: draft.headers, body: textOf(draft), what };
}
