import { ERROR_STATUS } from '../errors/app-error';
import { ChoiceField, IntegerField, ListField, TextField } from './fields';

/** A problem tells of what was sent, which may be long. */
export const LONGEST_PROBLEM = { text: 300, fields: 100 };

export class FieldProblemDto {
  @TextField({ min: 0, max: LONGEST_PROBLEM.text, description: 'A JSON pointer to the field.', example: '/name' })
  pointer: string;

  @TextField({ max: LONGEST_PROBLEM.text, description: 'The rule it broke.', example: 'must be shorter than or equal to 60 characters' })
  rule: string;
}

/** RFC 9457 problem details. */
export class ProblemDto {
  @TextField({ example: 'about:blank' })
  type: string;

  @TextField({ example: 'Unprocessable Content' })
  title: string;

  @IntegerField({ example: 422 })
  status: number;

  @ChoiceField(Object.keys(ERROR_STATUS), { example: 'invalid_request' })
  code: string;

  @TextField({ max: LONGEST_PROBLEM.text, example: 'The request breaks a rule; see errors.' })
  detail: string;

  @TextField({ description: 'Quote it when asking for help.', example: '01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  traceId: string;

  @ListField(() => FieldProblemDto, { optional: true, max: LONGEST_PROBLEM.fields })
  errors?: FieldProblemDto[];
}
