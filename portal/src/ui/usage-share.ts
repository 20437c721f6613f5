/** From here on somebody should look. */
export const TIGHT = 0.8;

/** How much of a limit is used, 0 and up; 0 where there is no limit to speak of. */
export function shareOf(used: number, limit: number): number {
  return limit > 0 ? used / limit : 0;
}
