import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv from 'ajv/dist/2020';
import { describeSource, documentText } from './api-document';
import { checkDocument, checkDrift, checkOpenApi } from './openapi';

let document: OpenAPIObject;
beforeAll(async () => {
  document = await describeSource();
});

/** A copy of the document with one thing spoiled. */
function spoiled(spoil: (queues: Record<string, never>, all: Record<string, never>) => void): OpenAPIObject {
  const copy = JSON.parse(JSON.stringify(document)) as OpenAPIObject;
  spoil(copy.paths['/v1/queues']!.get as never, copy as never);
  return copy;
}

function parameterOf(all: Record<string, never>, path: string): { schema: { pattern?: string } } {
  return (all as unknown as OpenAPIObject).paths[path]!.get!.parameters![0] as never;
}

it("finds nothing wrong with the product's own document", async () => {
  expect(await checkOpenApi()).toEqual([]);
});

it('is the same at each run', async () => {
  expect(documentText(await describeSource())).toBe(documentText(document));
});

it('notices a committed file that differs', () => {
  expect(checkDrift(document, documentText(document))).toEqual([]);
  const changed = spoiled((_, all) => Object.assign(all['info']!, { title: 'Another' }));
  expect(checkDrift(changed, documentText(document))).toEqual([expect.stringContaining('npm run openapi')]);
});

it.each<[string, (operation: Record<string, never>, all: Record<string, never>) => void]>([
  ['GET /v1/queues has no summary', (operation) => delete operation['summary']],
  ['GET /v1/queues has no tag', (operation) => delete operation['tags']],
  ['GET /v1/queues has no x-permission', (operation) => delete operation['x-permission']],
  ['asks for a credential although it is public', (operation) => delete operation['security']],
  ['GET /v1/queues has no answer with a schema', (operation) => delete operation['responses']!['200']!['content']],
  ['does not say what a problem looks like', (operation) => delete operation['responses']!['4XX']],
  ['has the operationId of another', (operation) => Object.assign(operation, { operationId: 'Queues_create' })],
  ['QueueDto" leads nowhere', (_, all) => delete all['components']!['schemas']!['QueueDto']],
  ['no pattern for {id}', (_, all) => delete parameterOf(all, '/v1/queues/{id}')['schema']['pattern']],
])('notices: %s', (rule, spoil) => {
  expect(checkDocument(spoiled(spoil)).join('\n')).toContain(rule);
});

it('gives examples that keep to their schemas', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(document, 'api');
  const wrong: string[] = [];
  let checked = 0;
  const walk = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('schema' in node && 'example' in node) {
      const valid = ajv.compile({ $ref: `api#${encodeURI(pointer)}/schema` });
      checked += 1;
      if (!valid(node.example)) wrong.push(`${pointer}: ${ajv.errorsText(valid.errors)}`);
    }
    for (const [key, inner] of Object.entries(node)) {
      walk(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  };
  walk(document.paths, '/paths');
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(Object.keys(document.paths).length);
});
