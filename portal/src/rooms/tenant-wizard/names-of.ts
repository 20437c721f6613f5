import { useDraftView, useList } from './draft-context';
import { valueAt } from './draft-text';

/** What the entries of a list are called in this file, to choose from. */
export function useNamesOf(list: string, field: string) {
  return useList([list]).flatMap((item) => {
    const value = valueAt(item, [field]);
    return typeof value === 'string' && value !== '' ? [{ value, label: value }] : [];
  });
}

export function useCalendarNames() {
  const hours = valueAt(useDraftView().values, ['hours']);
  return Object.keys(typeof hours === 'object' && hours !== null ? hours : {}).map((value) => ({ value, label: value }));
}
