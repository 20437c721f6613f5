import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { completeDocument } from './openapi-document';

const DESCRIPTION = `Tenants, seats, queues, calls and bills of a multi-tenant call centre.

**Lists** come newest first, in pages: \`limit\` says how many, \`after\` goes on from an id, \`before\` goes back from one.
**Changes** of configuration are made from a state that was read: send its \`ETag\` in \`If-Match\`.
**Retries** of a POST are safe under one \`Idempotency-Key\`: for 24 hours the first answer comes again.
**Errors** are problem details (RFC 9457) with a \`code\` for programs and, in \`errors\`, a JSON pointer to each wrong field.
**Money** is a string of micro-units, a millionth of the currency; **times** are UTC; **numbers** are E.164.
An unknown id and another tenant's id are answered alike.`;

/** The OpenAPI 3.1 document of the routes that the public API has. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Seatline API')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .setOpenAPIVersion('3.1.0')
    .addServer('/', 'This installation.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token of sign-in, or an API key (sk_…).' })
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return completeDocument(document);
}

export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), { jsonDocumentUrl: 'docs/openapi.json' });
}
