import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError, ERROR_STATUS, type ErrorCode, type FieldProblem } from '../errors/app-error';
import { type Language, LANGUAGES, translate } from '../errors/translate';
import { Log } from '../logging/log';
import { tenantContext } from '../tenancy/tenant-context';
import { LONGEST_PROBLEM } from './problem.dto';

/** The HTTP boundary's one mapper: every error leaves as application/problem+json, none with a stack trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toAppError(error);
    const request = host.switchToHttp().getRequest<Request>();
    if (problem.code === 'internal') this.log.error({ err: error }, 'request failed');
    if (REFUSALS.has(problem.code)) this.log.warn(refusalOf(problem, request), 'refused');
    const status = ERROR_STATUS[problem.code];
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const language = languageOf(request);
    response.vary('Accept-Language').setHeader('Content-Language', language);
    if (problem.retryAfterSeconds !== undefined) response.setHeader('Retry-After', problem.retryAfterSeconds);
    response
      .status(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: STATUS_CODES[status],
          status,
          code: problem.code,
          detail: shown(problem.detail, language),
          trace_id: tenantContext.current().traceId,
          ...(problem.problems.length > 0 && {
            errors: problem.problems.slice(0, LONGEST_PROBLEM.fields).map((each) => shownField(each, language)),
          }),
        }),
      );
  }
}

/** What somebody may look for who asks whether we are under attack. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['unauthenticated', 'forbidden', 'grant_required']);

/** Without the query, which may hold personal data. */
function refusalOf({ code, detail }: AppError, { method, path, ip }: Request): Record<string, unknown> {
  const { kind, id } = tenantContext.current().actor ?? {};
  return { code, detail, method, path, address: ip, actorKind: kind, actorId: id };
}

/** English where the asker prefers neither. */
function languageOf(request: Request): Language {
  const preferred = request.acceptsLanguages(...LANGUAGES, 'zh');
  return preferred && preferred.startsWith('zh') ? 'zh-CN' : 'en';
}

function shownField({ pointer, rule }: FieldProblem, language: Language): FieldProblem {
  return { pointer: cut(pointer), rule: shown(rule, language) };
}

function shown(text: string, language: Language): string {
  return cut(translate(text, language));
}

function cut(text: string): string {
  return text.length > LONGEST_PROBLEM.text ? `${text.slice(0, LONGEST_PROBLEM.text - 1)}…` : text;
}

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'malformed_json',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};

/** What the database's keys refuse: the last line behind the friendlier checks, and the only one in a race. */
const BY_ERRNO: Record<number, AppError> = {
  1062: new AppError('conflict', 'Such an object exists already.'),
  // text that the column's character set does not have, on MariaDB and on MySQL 8
  1267: new AppError('invalid_request', 'The request holds characters that cannot occur there.'),
  3854: new AppError('invalid_request', 'The request holds characters that cannot occur there.'),
  1451: new AppError('conflict', 'Something else still refers to it: change that first.'),
  1452: new AppError('conflict', 'What it refers to has gone meanwhile.'),
};

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
  const refused = isObject(error) ? BY_ERRNO[Number(error['errno'])] : undefined;
  if (refused) return refused;
  // body-parser's errors are plain ones with a status
  if (isObject(error) && typeof error['status'] === 'number' && error['expose'] === true) {
    return fromStatus(error['status'], String(error['message']));
  }
  return new AppError('internal', 'Something went wrong on our side.');
}

function fromStatus(status: number, message: string): AppError {
  if (status === 404) return AppError.notFound();
  return new AppError(BY_STATUS[status] ?? 'internal', `The request cannot be read: ${message}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
