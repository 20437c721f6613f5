import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { mayBeId } from '../database/ids';
import { snake } from '../database/snake-naming';
import { AppError, type FieldProblem } from '../errors/app-error';

/** Deeper than any body of this API; what reads a body does so by recursion. */
const DEEPEST = 20;
const UNKNOWN = 'should not exist';

/** Refuses unknown and wrong fields, each named by its JSON pointer on the wire. */
export function validationPipe(): ValidationPipe {
  return new WirePipe({
    transform: true,
    transformOptions: { exposeUnsetFields: false, exposeDefaultValues: true },
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => refusal(problemsOf(errors, '')),
  });
}

class WirePipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && !mayBeId(String(value))) throw AppError.notFound();
    const problems = metadata.type === 'custom' ? [] : foreignParts(value, '');
    if (problems.length > 0) throw refusal(problems);
    return withoutUnset(await super.transform(value, metadata));
  }
}

/** A class's fields exist as undefined from its birth, and would overwrite in a spread what nobody named. */
function withoutUnset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  for (const [name, inner] of Object.entries(fields)) {
    if (inner === undefined) delete fields[name];
    else withoutUnset(inner);
  }
  return value;
}

function refusal(problems: FieldProblem[]): AppError {
  return new AppError('invalid_request', 'The request breaks a rule; see errors.', problems);
}

/**
 * What cannot be on the wire: names in camelCase, which class-transformer would take for the property's own, text that
 * is none, and what is nested too deeply.
 */
export function foreignParts(value: unknown, parent: string, depth = 0): FieldProblem[] {
  // half of a surrogate pair is no character: no database keeps it, and encodeURI throws at it
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) return [{ pointer: parent, rule: 'must be well-formed Unicode' }];
  if (typeof value !== 'object' || value === null) return [];
  if (depth > DEEPEST) return [{ pointer: parent, rule: `must not be nested more than ${DEEPEST} deep` }];
  return Object.entries(value).flatMap(([key, inner]) => {
    const pointer = `${parent}/${inPointer(key)}`;
    return /[A-Z]/.test(key) ? [{ pointer, rule: UNKNOWN }] : foreignParts(inner, pointer, depth + 1);
  });
}

/** Flattens class-validator's tree into pointers and rules. */
export function problemsOf(errors: ValidationError[], parent: string): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${parent}/${inPointer('whitelistValidation' in constraints ? property : snake(property))}`;
    const own = Object.entries(constraints).map(([kind, rule]) => ({
      pointer,
      rule: kind === 'whitelistValidation' ? UNKNOWN : withoutName(rule, property),
    }));
    return [...own, ...problemsOf(children, pointer)];
  });
}

/** class-validator's own rules begin with the property; the pointer says it already. */
function withoutName(rule: string, property: string): string {
  return rule.replace(`each value in ${property} `, 'each value ').replace(new RegExp(`^${property} `), '');
}

/** RFC 6901, section 3. */
function inPointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
