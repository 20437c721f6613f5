import { useEffect, useRef } from 'react';

interface EditorKeys {
  undo: () => void;
  redo: () => void;
  save: () => void;
}

/** Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z, Ctrl+S. While somebody types, the field undoes by itself. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const key = event.key.toLowerCase();
      const act = key === 's' ? latest.current.save : isTyping(event.target) ? undefined : actOf(key, event.shiftKey, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function actOf(key: string, shift: boolean, { undo, redo }: EditorKeys): (() => void) | undefined {
  if (key === 'y' || (key === 'z' && shift)) return redo;
  return key === 'z' ? undo : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
