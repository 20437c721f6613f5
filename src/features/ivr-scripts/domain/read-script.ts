import type { FieldProblem } from '../../../platform/errors/app-error';
import { JsonCursor } from '../../../platform/json/json-cursor';
import { MOST_STEPS, type Script, STEP_NAME } from './script';
import { readName } from './steps/read-step';
import { readStep } from './steps/registry';

export type ScriptReading = { ok: true; script: Script } | { ok: false; problems: FieldProblem[] };

/** Bytes of a document. */
export const MOST_BYTES = 256 * 1024;

/** A script's document, or every place where it is none. `pointer` is where the document stands in what was sent. */
export function readScript(document: unknown, pointer = ''): ScriptReading {
  const problems: FieldProblem[] = [];
  const at = new JsonCursor(document, pointer, problems);
  const script = {
    start: at.field('start').text({ max: 40, pattern: STEP_NAME, rule: 'must be the name of a step: a-z 0-9 - _' }),
    fallback: readName(at.field('fallback')),
    steps: new Map(
      at.field('steps').entries(MOST_STEPS).map(([name, step]) => {
        if (!STEP_NAME.test(name)) step.refuse('must stand under the name of a step: a-z 0-9 - _');
        return [name, readStep(step)];
      }),
    ),
  };
  readLayout(at.field('layout'));
  at.refuseUnread();
  if (JSON.stringify(document ?? null).length > MOST_BYTES) at.refuse(`must be ${MOST_BYTES / 1024} kB at the most`);
  return problems.length === 0 ? { ok: true, script } : { ok: false, problems };
}

/** Where the designer draws each step; the engine does not look at it. */
function readLayout(at: JsonCursor): void {
  if (!at.present) return;
  for (const [, place] of at.entries(MOST_STEPS)) {
    place.object(['x', 'y']);
    for (const axis of ['x', 'y']) place.field(axis).whole(-100_000, 100_000);
  }
}
