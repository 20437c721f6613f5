import type { OpenAPIObject } from '@nestjs/swagger';
import { MISSING_EXAMPLE } from '../../src/platform/http/example-of';
import { METHODS } from '../../src/platform/http/openapi-document';
import { PERMISSION_EXTENSION } from '../../src/platform/http/operation';
import { committedText, describeSource, documentText } from './api-document';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Described = { where: string; operation: Operation };

/** What is wrong with the API's document; nothing when it is whole and the committed file says the same. */
export async function checkOpenApi(): Promise<string[]> {
  const document = await describeSource();
  return [...checkDocument(document), ...checkDrift(document, committedText())];
}

/** @param committed the text of docs/openapi.json. */
export function checkDrift(document: OpenAPIObject, committed: string): string[] {
  return documentText(document) === committed ? [] : ['docs/openapi.json is out of date: run npm run openapi'];
}

/** Each line begins with the operation or the place that breaks a rule. */
export function checkDocument(document: OpenAPIObject): string[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): Described[] => {
      const operation = item[method];
      return operation ? [{ where: `${method.toUpperCase()} ${path}`, operation }] : [];
    }),
  );
  return [...operations.flatMap(checkOperation), ...repeatedIds(operations), ...brokenRefs(document)];
}

function checkOperation({ where, operation }: Described): string[] {
  const rules: [boolean, string][] = [
    [Boolean(operation.summary), 'has no summary'],
    [Boolean(operation.tags?.length), 'has no tag'],
    [PERMISSION_EXTENSION in operation, `has no ${PERMISSION_EXTENSION}`],
    [isPublic(operation) === !operation.security, 'asks for a credential although it is public, or the other way round'],
    [answers(operation).length === 1 && answers(operation).every(hasSchemaOrNothing), 'has no answer with a schema'],
    ['4XX' in operation.responses, 'does not say what a problem looks like'],
    [!JSON.stringify(operation).includes(`"${MISSING_EXAMPLE}"`), 'lacks an example of a text'],
    ...pathParameters(operation).map(({ name, schema }): [boolean, string] => [
      schema?.pattern !== undefined || schema?.enum !== undefined,
      `has no pattern for {${name}}: say which kind of id it is`,
    ]),
  ];
  return rules.flatMap(([holds, rule]) => (holds ? [] : [`${where} ${rule}`]));
}

function isPublic(operation: Operation): boolean {
  return (operation as unknown as Record<string, unknown>)[PERMISSION_EXTENSION] === 'public';
}

/** The successes, each with its status. */
function answers({ responses }: Operation): { status: string; content?: Record<string, { schema?: unknown }> }[] {
  // 206 is a part of what 200 is
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2') && status !== '206');
  return successes.map(([status, response]) => ({ status, ...(response as object) }));
}

function hasSchemaOrNothing({ status, content }: ReturnType<typeof answers>[number]): boolean {
  if (status === '204') return content === undefined;
  return Object.values(content ?? {}).some(({ schema }) => schema !== undefined);
}

function pathParameters({ parameters = [] }: Operation): { name: string; schema?: { pattern?: string; enum?: string[] } }[] {
  return parameters.flatMap((parameter) => ('in' in parameter && parameter.in === 'path' ? [parameter as never] : []));
}

function repeatedIds(operations: Described[]): string[] {
  const seen = new Set<string>();
  return operations.flatMap(({ where, operation: { operationId = '' } }) => {
    const repeated = seen.has(operationId);
    seen.add(operationId);
    return repeated ? [`${where} has the operationId of another: ${operationId}`] : [];
  });
}

function brokenRefs(document: OpenAPIObject): string[] {
  const refs = new Set([...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref ?? ''));
  return [...refs].flatMap((ref) => (follow(document, ref) === undefined ? [`the $ref "${ref}" leads nowhere`] : []));
}

/** What a local reference points at; undefined when nothing is there. */
function follow(document: OpenAPIObject, ref: string): unknown {
  const [root, ...names] = ref.split('/');
  if (root !== '#' || names.includes('')) return undefined;
  return names.reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], document);
}
