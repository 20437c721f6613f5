import { createContext, useContext } from 'react';
import type { Path, ScriptDocument, StepDocument } from './document';
import type { KindName, Named } from './kinds';
import type { Choice } from './use-known';

/** The step whose form is open, and what can be done to it. */
export interface StepForm {
  name: string;
  step: StepDocument;
  document: ScriptDocument;
  known: Record<Named, Choice[]>;
  mayWrite: boolean;
  /** What is wrong at a field, `options/1` say, and below it where `deep`. */
  errorsAt: (field: string, deep?: boolean) => string[];
  /** Another value at a place within the step; undefined takes it out. */
  put: (path: Path, value: unknown) => void;
  lead: (path: Path, to: string | null) => void;
  /** A new step that follows by an exit. */
  extend: (path: Path, kind: KindName) => void;
  goTo: (step: string) => void;
}

const Context = createContext<StepForm | null>(null);
export const StepFormProvider = Context.Provider;

export function useStepForm(): StepForm {
  const form = useContext(Context);
  if (!form) throw new Error('there is no step here');
  return form;
}
