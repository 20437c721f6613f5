import { useCallback, useEffect, useState } from 'react';

const KEY = 'seatline.tenant-draft';

/** What is being written, kept in this tab: a reload or a look elsewhere loses nothing. */
export interface Draft {
  text: string | null;
  write: (text: string) => void;
  /** It is done with, or not wanted any more. */
  drop: () => void;
}

/** @param name whose draft: a tenant's id, or `new` */
export function useDraft(name: string): Draft {
  const key = `${KEY}.${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key));
  useEffect(() => {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  }, [key, text]);
  return { text, write: setText, drop: useCallback(() => setText(null), []) };
}
