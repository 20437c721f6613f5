import type { JsonCursor } from '../../../../platform/json/json-cursor';
import { STEP_NAME, VARIABLE_NAME } from '../script';

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** The step that follows by an exit. */
export function readNext(at: JsonCursor): string {
  if (!at.present) {
    at.refuse('must name the step that follows');
    return '';
  }
  return at.text({ max: 40, pattern: STEP_NAME, rule: 'must be the name of a step: a-z 0-9 - _' });
}

export function readOptionalNext(at: JsonCursor): string | undefined {
  return at.present ? readNext(at) : undefined;
}

export function readVariable(at: JsonCursor): string {
  return at.text({ max: 40, pattern: VARIABLE_NAME, rule: 'must be the name of a variable: a-z 0-9 _' });
}

/** The name of a queue, a calendar, a segment or a script. */
export function readName(at: JsonCursor): string {
  return at.text({ max: 40, pattern: NAME, rule: 'must be a name: a-z 0-9 -' });
}
