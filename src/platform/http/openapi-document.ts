import type { OpenAPIObject } from '@nestjs/swagger';
import { LANGUAGES } from '../errors/translate';
import { exampleOf, SCHEMA_REF, type Schema } from './example-of';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Content = Record<string, { schema?: unknown; example?: unknown }>;

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes a retry safe: the same key and body give the first answer again for 24 hours.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,100}$' },
  example: '7f9c24e5-2c61-4c86-9b3e-0d5d8a3f1a77',
};

const ETAG = { description: 'The version of what was answered, for If-Match.', schema: { type: 'string' }, example: '"1"' };

const PROBLEM_STATUSES = {
  '4XX': { $ref: '#/components/responses/Problem' },
  '5XX': { $ref: '#/components/responses/Failure' },
};

const CONTENT_LANGUAGE = {
  'Content-Language': {
    description: 'Of `detail` and `rule`: Chinese where Accept-Language prefers it, else English.',
    schema: { type: 'string', enum: [...LANGUAGES] },
  },
};

const FAILURE = {
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  code: 'internal',
  detail: 'Something went wrong on our side.',
  trace_id: '01JD3K8Z5N7Q2V4X6Y8Z0A1B2C',
};

/** What the decorators of a single route cannot know: headers by method, problems, examples, a stable order. */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const item of Object.values(document.paths)) {
    const operations = METHODS.flatMap((method) => item[method] ?? []);
    if (item.post?.security) item.post.parameters = [...(item.post.parameters ?? []), IDEMPOTENCY_KEY as never];
    if (operations.some(demandsIfMatch)) operations.forEach(addETag);
    operations.flatMap(contentsOf).forEach((content) => addExamples(content, schemas));
    for (const operation of operations) Object.assign(operation.responses, PROBLEM_STATUSES);
  }
  const tags = new Set(Object.values(document.paths).flatMap((item) => METHODS.flatMap((method) => item[method]?.tags ?? [])));
  return {
    ...document,
    tags: [...tags].sort().map((name) => ({ name })),
    paths: sorted(document.paths),
    components: { ...document.components, responses: problemResponses(schemas), schemas: sorted(schemas) as never },
  };
}

/** RFC 9457, the same for every operation. */
function problemResponses(schemas: Record<string, Schema>) {
  const schema = { $ref: `${SCHEMA_REF}ProblemDto` };
  const response = (description: string, example: unknown) => ({
    description,
    headers: CONTENT_LANGUAGE,
    content: { 'application/problem+json': { schema, example } },
  });
  return {
    Failure: response('We are at fault.', FAILURE),
    Problem: response('The request is at fault: `code` and `errors` say how.', exampleOf(schema, schemas)),
  };
}

function demandsIfMatch({ parameters = [] }: Operation): boolean {
  return parameters.some((parameter) => 'name' in parameter && parameter.name === 'If-Match');
}

function addETag({ responses }: Operation): void {
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith('2') || !response || '$ref' in response || !response.content) continue;
    response.headers = { ETag: ETAG as never };
  }
}

function contentsOf({ requestBody, responses }: Operation): Content[] {
  return [requestBody, ...Object.values(responses)].flatMap((part) =>
    part && 'content' in part && part.content ? [part.content as Content] : [],
  );
}

function addExamples(content: Content, schemas: Record<string, Schema>): void {
  for (const media of Object.values(content)) media.example ??= exampleOf(media.schema as Schema, schemas);
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
