import { exitsOf, type ScriptDocument } from './document';
import type { ExitEdgeType } from './exit-edge';
import type { Trouble } from './findings';
import { arranged, BEGIN, BEGIN_SIZE, heightOf, NODE_WIDTH } from './layout';
import type { BeginNodeType, StepNodeType } from './step-node';
import type { StepWords } from './step-words';

/** Where a trial call has been. */
export interface Trail {
  /** The steps of this script that it went through, in their order. */
  walked: readonly string[];
  here: string | null;
}

export type GraphNode = StepNodeType | BeginNodeType;

export interface GraphParts {
  nodes: GraphNode[];
  edges: ExitEdgeType[];
}

/** A script as the picture's parts. */
export function graphOf(document: ScriptDocument, words: StepWords, troubles: readonly Trouble[], trail: Trail | null, begin: string): GraphParts {
  const { places, bends, lanes } = arranged(document);
  const count = (name: string, severity: Trouble['severity']) => troubles.filter((each) => each.step === name && each.severity === severity).length;
  const title = (name: string | null) => (name === null ? null : words.step(name, document.steps[name]));
  const trailOf = (name: string) => (trail?.here === name ? 'here' : trail?.walked.includes(name) ? 'walked' : null);
  const pairs = new Set(trail?.walked.map((name, index, all) => `${index === 0 ? BEGIN : all[index - 1]}>${name}`));
  const nodes = Object.entries(document.steps).map(([name, step]): StepNodeType => {
    const exits = exitsOf(step);
    return {
      id: name,
      type: 'step',
      position: places.get(name) ?? { x: 0, y: 0 },
      width: NODE_WIDTH,
      height: heightOf(exits.length),
      ariaLabel: `${words.kind(step.type)}: ${words.step(name, step)}`,
      data: {
        name, step, trail: trailOf(name),
        targets: Object.fromEntries(exits.map(({ id, to }) => [id, title(to)])),
        errors: count(name, 'error'), warnings: count(name, 'warning'),
      },
    };
  });
  const line = (source: string, exit: string, target: string, name = ''): ExitEdgeType => {
    const id = `${source}/${exit}`;
    const walked = pairs.has(`${source}>${target}`);
    return {
      id, source, target, sourceHandle: exit, type: 'exit',
      className: walked ? 'ivr-line ivr-line-walked' : 'ivr-line',
      zIndex: walked ? 1 : 0,
      focusable: false,
      ariaLabel: `${source === BEGIN ? begin : title(source)}${name && ` (${name})`} → ${title(target)}`,
      data: { bends: bends.get(id) ?? [], lane: lanes.get(id) ?? null },
    };
  };
  const edges = Object.entries(document.steps).flatMap(([name, step]) =>
    exitsOf(step).flatMap((exit) => (exit.to !== null && Object.hasOwn(document.steps, exit.to) ? [line(name, exit.id, exit.to, words.exit(step, exit))] : [])),
  );
  const first = Object.hasOwn(document.steps, document.start) ? [{ ...line(BEGIN, 'start', document.start), deletable: false }] : [];
  const entry: BeginNodeType = {
    id: BEGIN, type: 'begin', position: places.get(BEGIN) ?? { x: 0, y: 0 }, ...BEGIN_SIZE, data: {},
    ariaLabel: begin, draggable: false, deletable: false, selectable: false, focusable: false,
  };
  return { nodes: [entry, ...nodes], edges: [...first, ...edges] };
}
