import { useTexts } from '../../texts/define-texts';
import { exitsOf, type ScriptDocument } from './document';
import { findingTexts } from './finding-texts';
import type { Check, Finding } from './ivr-scripts-queries';
import { type StepWords, useStepWords } from './step-words';
import { ivrScripts } from './texts';

/** One thing that is wrong, as it is shown. */
export interface Trouble {
  severity: 'error' | 'warning';
  /** Null for what concerns the whole script. */
  step: string | null;
  /** Within the step, as in the document: `options/1`; empty where the step as a whole is meant. */
  field: string;
  /** What the field is called; empty where none is meant. */
  name: string;
  text: string;
}

/** A code as the texts have it; one of the API's that they lack would not compile. */
type KeyOf<Code extends string> = Code extends `${infer Head}-${infer Rest}` ? `${Head}_${KeyOf<Rest>}` : Code;

/** What a check found, in the reader's language and at its place. */
export function useTroubles(document: ScriptDocument | null, check: Check | undefined): Trouble[] {
  const f = useTexts(findingTexts);
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  if (!check) return [];
  const problems = check.problems.map(({ pointer, rule }): Trouble => {
    const { step, field } = placeOf(pointer);
    const isExit = isOpenExit(document, step, field);
    const name = fieldName(words, document, step, field);
    return { severity: 'error', step, field, name, text: isExit ? t('leads_nowhere') : rule };
  });
  const findings = check.findings.map(({ severity, step, code, name }): Trouble => ({
    severity: severity as Trouble['severity'], step, field: '', name: '', text: f(code.replaceAll('-', '_') as KeyOf<Finding['code']>, { name: name ?? '' }),
  }));
  return [...problems, ...findings];
}

/** @param pointer into the document: `/steps/menu/options/1` */
export function placeOf(pointer: string): { step: string | null; field: string } {
  const [first, name, ...rest] = pointer.split('/').slice(1).map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
  return first === 'steps' && name !== undefined ? { step: name, field: rest.join('/') } : { step: null, field: first ?? '' };
}

function isOpenExit(document: ScriptDocument | null, step: string | null, field: string): boolean {
  const at = step === null ? undefined : document?.steps[step];
  return at !== undefined && exitsOf(at).some(({ id, to }) => id === field && to === null);
}

function fieldName(words: StepWords, document: ScriptDocument | null, step: string | null, field: string): string {
  const at = step === null ? undefined : document?.steps[step];
  const exit = at && exitsOf(at).find(({ id }) => id === field);
  if (at && exit) return words.exit(at, exit);
  const [head = ''] = field.split('/');
  return head === '' ? '' : words.field(head);
}

/** How many are errors, and how many are not. */
export function countOf(troubles: readonly Pick<Finding, 'severity'>[]): { errors: number; warnings: number } {
  const errors = troubles.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: troubles.length - errors };
}
