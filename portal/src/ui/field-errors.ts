import type { FormInstance } from 'antd';
import { ProblemError } from '../api/problem';

type Name = (string | number)[];

/**
 * Shows each rule that was broken at its field. A problem's pointers (`/settings/max_wait_time`) are the fields' names; what
 * points at no field of the form is left for the alert above it.
 * @returns whether every broken rule found its field
 */
export function showFieldErrors(form: FormInstance, error: unknown): boolean {
  const problems = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const placed = problems.filter(({ pointer, rule }) => {
    const name = nameOf(form, pointer);
    if (name) form.setFields([{ name, errors: [rule] }]);
    return name !== null;
  });
  if (placed[0]) form.scrollToField(nameOf(form, placed[0].pointer) ?? [], { focus: true });
  return problems.length > 0 && placed.length === problems.length;
}

/** The field itself, or the nearest one that it is a part of. */
function nameOf(form: FormInstance, pointer: string): Name | null {
  const steps = pointer.split('/').slice(1).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let length = steps.length; length > 0; length -= 1) {
    const name = steps.slice(0, length);
    if (form.getFieldInstance(name as never)) return name;
  }
  return null;
}
