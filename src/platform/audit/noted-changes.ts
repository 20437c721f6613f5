import type { RowNotes } from './row-notes';

/** A table as the audit log needs it: what stands there is read, and locked, before it changes. */
interface Changeable<Row, Where, Patch> {
  lock(where: Where): Promise<Row[]>;
  update(where: Where, patch: Patch): Promise<number>;
  remove(where: Where): Promise<number>;
}

/** Changes rows and notes each. @returns how many matched */
export async function updateNoted<Row extends { id: string }, Where, Patch extends object>(
  table: Changeable<Row, Where, Patch>,
  notes: RowNotes,
  where: Where,
  patch: Patch,
): Promise<number> {
  const before = await table.lock(where);
  if (before.length === 0) return 0;
  const matched = await table.update(where, patch);
  for (const row of before) notes.changed(row, patch);
  return matched;
}

/** Removes rows and notes each. @returns how many there were */
export async function removeNoted<Row extends { id: string }, Where, Patch>(
  table: Changeable<Row, Where, Patch>,
  notes: RowNotes,
  where: Where,
): Promise<number> {
  const before = await table.lock(where);
  if (before.length === 0) return 0;
  const removed = await table.remove(where);
  for (const row of before) notes.removed(row);
  return removed;
}
