import type { Place } from './document';

const [STUB, RADIUS] = [20, 12];

/** An SVG path through places that leaves and reaches each one level. */
export function curve(places: readonly Place[]): string {
  return places.map(({ x, y }, index) => {
    const before = places[index - 1];
    if (!before) return `M${x},${y}`;
    const pull = Math.max(24, Math.abs(x - before.x) / 2);
    return before.y === y ? `L${x},${y}` : `C${before.x + pull},${before.y} ${x - pull},${y} ${x},${y}`;
  }).join(' ');
}

/** From the right of one step, below all that is in between, to the left of the other. @param lane how deep */
export function detour(from: Place, to: Place, lane: number): string {
  const [out, into] = [from.x + STUB, to.x - STUB];
  return [
    `M${from.x},${from.y}`,
    `L${out - RADIUS},${from.y} Q${out},${from.y} ${out},${from.y + RADIUS}`,
    `L${out},${lane - RADIUS} Q${out},${lane} ${out - RADIUS},${lane}`,
    `L${into + RADIUS},${lane} Q${into},${lane} ${into},${lane - RADIUS}`,
    `L${into},${to.y + RADIUS} Q${into},${to.y} ${into + RADIUS},${to.y}`,
    `L${to.x},${to.y}`,
  ].join(' ');
}
