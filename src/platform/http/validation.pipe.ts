import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { snake } from '../database/snake-naming';
import { AppError, type FieldProblem } from '../errors/app-error';

/** Refuses unknown and wrong fields, each named by its JSON pointer on the wire. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new AppError('invalid_request', 'The request breaks a rule; see errors.', problemsOf(errors, '')),
  });
}

/** Flattens class-validator's tree into pointers and rules. */
export function problemsOf(errors: ValidationError[], parent: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${snake(error.property)}`;
    const own = Object.values(error.constraints ?? {}).map((rule) => ({
      pointer,
      rule: rule.replace(new RegExp(`^(property )?${escape(error.property)} `), ''),
    }));
    return [...own, ...problemsOf(error.children ?? [], pointer)];
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
