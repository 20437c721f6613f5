import { useState } from 'react';
import type { ScriptDraft } from './use-script-draft';

export interface DocumentText {
  text: string;
  write: (text: string) => void;
  /** Why it is no JSON; null where it is. */
  fault: string | null;
}

/** A draft as text to be typed in: it follows the picture, and the picture follows it as soon as it is well formed. */
export function useDocumentText({ document, text: drawn, change }: Pick<ScriptDraft, 'document' | 'text' | 'change'>): DocumentText {
  const [typed, setTyped] = useState<{ text: string; of: string; fault: string | null } | null>(null);
  const write = (text: string) => {
    try {
      const value: unknown = JSON.parse(text);
      setTyped({ text, of: JSON.stringify(value), fault: null });
      change(value, 'document');
    } catch (error) {
      setTyped({ text, of: drawn, fault: (error as Error).message });
    }
  };
  const isCurrent = typed !== null && typed.of === drawn;
  return { text: isCurrent ? typed.text : JSON.stringify(document, null, 2), write, fault: isCurrent ? typed.fault : null };
}
