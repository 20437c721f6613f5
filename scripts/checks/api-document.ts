import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from '../../src/api.module';
import { readConfig } from '../../src/platform/config/config';
import { describeApi } from '../../src/platform/http/openapi';
import { ProcessModule } from '../../src/process.module';
import { repositoryRoot } from '../services/repository-root';

const PATH = 'docs/openapi.json';

/** Well-formed, and used for nothing: in preview Nest looks at the classes and makes none of them. */
const ENVIRONMENT = {
  DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none',
  REDIS_URL: 'redis://127.0.0.1:1/0',
  JWT_SECRET: 'x'.repeat(32),
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
  ESL_PASSWORD: 'x'.repeat(8),
  SWITCH_SECRET: 'x'.repeat(20),
};

/** The OpenAPI document of the source as it stands; needs no database, no Redis and no network. */
export async function describeSource(): Promise<OpenAPIObject> {
  const module = ProcessModule.of(readConfig(ENVIRONMENT), ApiModule);
  const app = await NestFactory.create(module, { preview: true, abortOnError: false, logger: false });
  return describeApi(app);
}

/** As the file has it. */
export function documentText(document: OpenAPIObject): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function committedText(): string {
  return readFileSync(documentPath(), 'utf8');
}

export function writeDocument(document: OpenAPIObject): string {
  writeFileSync(documentPath(), documentText(document));
  return PATH;
}

function documentPath(): string {
  return join(repositoryRoot(__dirname), PATH);
}
