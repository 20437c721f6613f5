import { useEffect, useState } from 'react';

/** After so long without a key a text is looked at. */
const PAUSE_MS = 250;

/** A text as it was when somebody last paused in typing: what the API is asked about. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
