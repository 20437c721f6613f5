/** Every code the product answers with, and the HTTP status it becomes at that boundary. */
export const ERROR_STATUS = {
  invalid_request: 422,
  malformed_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  grant_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  request_in_flight: 409,
  idempotency_mismatch: 422,
  precondition_failed: 412,
  precondition_required: 428,
  payload_too_large: 413,
  unsupported_media_type: 415,
  gone: 410,
  range_not_satisfiable: 416,
  quota_exceeded: 409,
  number_taken: 409,
  number_unavailable: 409,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One broken field: a JSON pointer into the request and the rule it broke. */
export interface FieldProblem {
  pointer: string;
  rule: string;
}

/** A broken request. Expected outcomes are return unions; this is for what the asker must mend. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly problems: FieldProblem[] = [],
    /** When it is worth asking again. */
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
  }

  /** Unknown ids and other tenants' ids answer alike, so there is one wording for both. */
  static notFound(): AppError {
    return new AppError('not_found', 'There is no such object.');
  }

  /** The object is no longer at the version that `If-Match` named. */
  static stale(): AppError {
    return new AppError('precondition_failed', 'It was changed meanwhile: read it again.');
  }

  static tooManyAttempts(seconds: number): AppError {
    return new AppError('rate_limited', `Too many attempts: try again in ${seconds} s.`, [], seconds);
  }

  static invalid(pointer: string, rule: string): AppError {
    return new AppError('invalid_request', 'The request breaks a rule; see errors.', [{ pointer, rule }]);
  }
}
