import { Graph, layout } from '@dagrejs/dagre';
import { exitsOf, type Place, type ScriptDocument } from './document';

export const NODE_WIDTH = 248;
const [HEAD, SUMMARY, ROW, PADDING] = [50, 40, 28, 10];

/** The pseudo step that says where calls come in. */
export const BEGIN = '@begin';
export const BEGIN_SIZE = { width: 164, height: 40 };

/** Lines that lead back go this far below the steps, and so far from one another. */
const [BELOW, LANE] = [26, 14];

/** The pixels that a step is drawn in; its CSS keeps to it. */
export function heightOf(exits: number): number {
  return HEAD + SUMMARY + PADDING + exits * ROW;
}

export interface Layout {
  places: ReadonlyMap<string, Place>;
  /** The way of a line that is longer than from one column to the next, by `step/exit`. */
  bends: ReadonlyMap<string, Place[]>;
  /** How deep a line that leads back goes, by `step/exit`. */
  lanes: ReadonlyMap<string, number>;
}

interface Line {
  id: string;
  from: string;
  exit: string;
  to: string;
}

/** From left to right as calls go. Steps that were put somewhere by hand stay there. */
export function arranged(document: ScriptDocument): Layout {
  const names = Object.keys(document.steps);
  const heights = new Map(names.map((name) => [name, heightOf(exitsOf(document.steps[name]!).length)]));
  const lines = linesOf(document);
  const isByHand = Object.keys(document.layout ?? {}).length > 0;
  const back = returning(document, lines);
  const { places, bends } = placed(document, heights, lines.filter((line) => !back.has(line)));
  if (!isByHand) return { places, bends, lanes: lanesOf([...back], places, heights) };
  for (const [name, place] of Object.entries(document.layout ?? {})) if (heights.has(name)) places.set(name, place);
  const first = places.get(document.start);
  if (first) places.set(BEGIN, { x: first.x - BEGIN_SIZE.width - 56, y: first.y + 4 });
  const leftwards = lines.filter(({ from, to }) => (places.get(to)?.x ?? 0) < (places.get(from)?.x ?? 0) + NODE_WIDTH);
  return { places, bends: new Map(), lanes: lanesOf(leftwards, places, heights) };
}

function linesOf({ steps }: ScriptDocument): Line[] {
  return Object.entries(steps).flatMap(([from, step]) =>
    exitsOf(step).flatMap(({ id: exit, to }) => (to !== null && Object.hasOwn(steps, to) ? [{ id: `${from}/${exit}`, from, exit, to }] : [])),
  );
}

/** The lines that lead back to a step through which the caller has come. */
function returning({ start, steps }: ScriptDocument, lines: Line[]): Set<Line> {
  const back = new Set<Line>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string): void => {
    state.set(name, 'open');
    for (const line of lines) {
      if (line.from !== name) continue;
      if (state.get(line.to) === 'open') back.add(line);
      else if (!state.has(line.to)) visit(line.to);
    }
    state.set(name, 'done');
  };
  for (const name of [start, ...Object.keys(steps)]) if (!state.has(name)) visit(name);
  return back;
}

function placed({ start, steps }: ScriptDocument, heights: ReadonlyMap<string, number>, lines: Line[]) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 26, ranksep: 72, edgesep: 16 });
  graph.setNode(BEGIN, { ...BEGIN_SIZE });
  for (const [name, height] of heights) graph.setNode(name, { width: NODE_WIDTH, height });
  if (Object.hasOwn(steps, start)) graph.setEdge({ v: BEGIN, w: start, name: 'start' }, { weight: 4 });
  // where one line alone leads to a step, it stands close to where it comes from
  const isAlone = (to: string) => lines.filter((line) => line.to === to).length === 1;
  for (const { from, to, exit } of lines) graph.setEdge({ v: from, w: to, name: exit }, { weight: isAlone(to) ? 2 : 1 });
  layout(graph);
  const middle = (name: string) => graph.node(name) as unknown as Place;
  const corner = (name: string, width: number, height: number): Place => ({ x: Math.round(middle(name).x - width / 2), y: Math.round(middle(name).y - height / 2) });
  const places = new Map([...heights].map(([name, height]) => [name, corner(name, NODE_WIDTH, height)]));
  places.set(BEGIN, corner(BEGIN, BEGIN_SIZE.width, BEGIN_SIZE.height));
  const columns = new Set([...heights.keys()].map((name) => Math.round(middle(name).x)));
  const bends = new Map(lines.map(({ id, from, to, exit }) => {
    const { points } = graph.edge({ v: from, w: to, name: exit }) as unknown as { points: Place[] };
    // straight on as long as it passes a column of steps
    const passed = points.slice(1, -1).filter(({ x }) => columns.has(Math.round(x)));
    return [id, passed.flatMap(({ x, y }) => [{ x: x - NODE_WIDTH / 2, y }, { x: x + NODE_WIDTH / 2, y }])];
  }));
  return { places, bends };
}

/** Below all that stands between the two ends. */
function lanesOf(lines: Line[], places: ReadonlyMap<string, Place>, heights: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(lines.map(({ id, from, to }, index) => {
    const [left, right] = [Math.min(places.get(to)!.x, places.get(from)!.x), Math.max(places.get(from)!.x, places.get(to)!.x)];
    const bottoms = [...heights].flatMap(([name, height]) => {
      const { x, y } = places.get(name)!;
      return x >= left && x <= right ? [y + height] : [];
    });
    return [id, Math.max(...bottoms) + BELOW + index * LANE];
  }));
}

/** Where a step may stand to the right of another without covering one. */
export function freePlace(places: ReadonlyMap<string, Place>, after: Place): Place {
  const x = after.x + NODE_WIDTH + 72;
  let y = after.y;
  const isTaken = () => [...places.values()].some((place) => Math.abs(place.x - x) < NODE_WIDTH && Math.abs(place.y - y) < 170);
  while (isTaken()) y += 60;
  return { x, y };
}
