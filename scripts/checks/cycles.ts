/**
 * One cycle, as a closed walk without its repeated first node, for each strongly connected group of the graph (each
 * node with the nodes it points at); a node that points at itself counts. Groups and cycles begin at their
 * alphabetically first node.
 */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const covered = new Set<string>();
  for (const node of [...edges.keys()].sort()) {
    if (covered.has(node)) continue;
    const cycle = shortestCycle(edges, node);
    if (!cycle) continue;
    cycles.push(cycle);
    // the rest of its group is in the same knot and would only repeat it
    const ahead = reachable(edges, node);
    [node, ...ahead].filter((other) => reachable(edges, other).has(node)).forEach((other) => covered.add(other));
  }
  return cycles;
}

/** Breadth first from the node until an edge leads back to it. */
function shortestCycle(edges: ReadonlyMap<string, readonly string[]>, start: string): string[] | undefined {
  const paths = [[start]];
  const seen = new Set([start]);
  for (const path of paths) {
    const last = path[path.length - 1] ?? start;
    for (const next of edges.get(last) ?? []) {
      if (next === start) return path;
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return undefined;
}

function reachable(edges: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [...(edges.get(start) ?? [])];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    waiting.push(...(edges.get(node) ?? []));
  }
  return seen;
}
