import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Permission } from '../auth/permissions';
import { type IdKind, idPattern } from '../database/ids';
import type { Rate } from '../limits/bucket';
import { exampleId } from './fields';
import { ProblemDto } from './problem.dto';

export const OPERATION = 'seatline:operation';
/** The extension under which the OpenAPI document names an operation's permission. */
export const PERMISSION_EXTENSION = 'x-permission';
/** And this whose data it works on. */
export const SCOPE_EXTENSION = 'x-scope';

type Dto = new () => object;

export interface OperationRules {
  permission: Permission | 'signed-in' | 'public';
  /** `person`: the asker's own, in the tenant whose user he is. */
  scope: 'tenant' | 'provider' | 'person' | 'none';
  answer?: Dto;
  shape: 'one' | 'page' | 'none' | 'file';
  /** What the audit log calls the personal data that the answer shows. */
  shows?: string;
  /** How often one person or key may ask for it, beyond what holds for all operations. */
  rate?: Rate;
  /** How long a body may be: 128 kB, or large, 1 MB. */
  body?: 'large';
}

interface OperationOptions {
  summary: string;
  description?: string;
  permission: OperationRules['permission'];
  /** Whose data it works on: one tenant's (the default), the provider's, or nobody's. */
  scope?: OperationRules['scope'];
  /** What kind of id `{id}` in the path is; by name where there are several. */
  id?: IdKind | Record<string, IdKind>;
  answer?: Dto;
  shape?: 'one' | 'page';
  /** The answer is a file of this content type. */
  file?: string;
  status?: number;
  /** Each answer stands in the audit log as an access to this, e.g. `calls`. */
  shows?: string;
  rate?: Rate;
  body?: 'large';
  /** The body is a file of this content type. */
  upload?: string;
  /** The route demands `If-Match` with the ETag that was read. */
  ifMatch?: boolean;
}

/** Sets a route's permission, its answer's shape and its OpenAPI entry together, so they cannot disagree. */
export function Operation(options: OperationOptions): MethodDecorator {
  const shape = options.file ? 'file' : (options.shape ?? (options.answer ? 'one' : 'none'));
  const rules: OperationRules = {
    permission: options.permission,
    scope: options.scope ?? (options.permission === 'public' ? 'none' : 'tenant'),
    shape,
    ...(options.answer && { answer: options.answer }),
    ...(options.shows && { shows: options.shows }),
    ...(options.rate && { rate: options.rate }),
    ...(options.body && { body: options.body }),
  };
  const status = options.status ?? (shape === 'none' ? 204 : 200);
  return applyDecorators(
    SetMetadata(OPERATION, rules),
    HttpCode(status),
    ApiOperation({ summary: options.summary, ...(options.description && { description: options.description }) }),
    ApiExtension(PERMISSION_EXTENSION, options.permission),
    ApiExtension(SCOPE_EXTENSION, rules.scope),
    ApiExtraModels(ProblemDto, ...(options.answer ? [options.answer] : [])),
    ApiResponse({ status, description: DONE[shape], ...contentOf(options, shape) }),
    ...(options.upload ? [ApiConsumes(options.upload), ApiBody({ schema: { type: 'string', format: 'binary', example: '(the file)' } })] : []),
    ...parameters(options, rules),
    ...(options.permission === 'public' ? [] : [ApiBearerAuth()]),
  );
}

const DONE = { file: 'The file.', one: 'Done.', page: 'One page of the list.', none: 'Done; there is nothing to answer.' } as const;

function parameters({ id, ifMatch }: OperationOptions, { scope }: OperationRules): MethodDecorator[] {
  return [
    ...Object.entries(typeof id === 'string' ? { id } : (id ?? {})).map(([name, kind]) =>
      ApiParam({ name, schema: { type: 'string', pattern: idPattern(kind).source, example: exampleId(kind) } }),
    ),
    ...(scope === 'tenant'
      ? [
          ApiHeader({
            name: 'Seatline-Tenant',
            required: false,
            description: "The tenant's id; only for the provider's people.",
            schema: { type: 'string', pattern: idPattern('tenant').source },
          }),
        ]
      : []),
    ...(ifMatch
      ? [ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' })]
      : []),
  ];
}

function contentOf({ answer, file }: OperationOptions, shape: OperationRules['shape']) {
  if (file) return { content: { [file]: { schema: { type: 'string', format: 'binary' }, example: '(the file)' } } };
  if (!answer) return {};
  if (shape === 'one') return { type: answer };
  return {
    schema: {
      type: 'object',
      required: ['data', 'has_more'],
      properties: {
        data: { type: 'array', items: { $ref: getSchemaPath(answer) } },
        has_more: { type: 'boolean', description: 'Whether the list goes on.', example: false },
      },
    },
  };
}
