import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Permission } from '../auth/permissions';
import { ProblemDto } from './problem.dto';

export const OPERATION = 'seatline:operation';

type Dto = new () => object;

export interface OperationRules {
  permission: Permission | 'signed-in' | 'public';
  scope: 'tenant' | 'provider' | 'none';
  answer?: Dto;
  shape: 'one' | 'page' | 'none';
}

interface OperationOptions {
  summary: string;
  permission: OperationRules['permission'];
  /** Whose data it works on: one tenant's (the default), the provider's, or nobody's. */
  scope?: OperationRules['scope'];
  answer?: Dto;
  shape?: OperationRules['shape'];
  status?: number;
  /** The route demands `If-Match` with the ETag that was read. */
  ifMatch?: boolean;
}

/** Sets a route's permission, its answer's shape and its OpenAPI entry together, so they cannot disagree. */
export function Operation(options: OperationOptions): MethodDecorator {
  const shape = options.shape ?? (options.answer ? 'one' : 'none');
  const rules: OperationRules = {
    permission: options.permission,
    scope: options.scope ?? (options.permission === 'public' ? 'none' : 'tenant'),
    shape,
    ...(options.answer && { answer: options.answer }),
  };
  const status = options.status ?? (shape === 'none' ? 204 : 200);
  const secured =
    options.permission === 'public' ? [] : [ApiBearerAuth(), ApiExtension('x-permission', options.permission)];
  return applyDecorators(
    SetMetadata(OPERATION, rules),
    HttpCode(status),
    ApiOperation({ summary: options.summary }),
    ApiExtraModels(ProblemDto, ...(options.answer ? [options.answer] : [])),
    ApiResponse({ status, description: options.summary, ...schemaOf(options.answer, shape) }),
    ApiResponse({
      status: '4XX' as never,
      description: 'A problem (RFC 9457).',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
    }),
    ...(rules.scope === 'tenant'
      ? [
          ApiHeader({
            name: 'Seatline-Tenant',
            required: false,
            description: "The tenant's id; only for the provider's people.",
          }),
        ]
      : []),
    ...(options.ifMatch ? [ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.' })] : []),
    ...secured,
  );
}

function schemaOf(answer: Dto | undefined, shape: OperationRules['shape']) {
  if (!answer) return {};
  if (shape === 'one') return { type: answer };
  return {
    schema: {
      type: 'object',
      required: ['data', 'has_more'],
      properties: {
        data: { type: 'array', items: { $ref: getSchemaPath(answer) } },
        has_more: { type: 'boolean', description: 'Whether the list goes on.' },
      },
    },
  };
}
