import '@xyflow/react/dist/style.css';
import './canvas.css';
import { CompressOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  Panel,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { isDark } from '../../theme/appearance';
import type { After, Path, Place, ScriptDocument } from './document';
import { DRAGGED } from './dragged';
import { ExitEdge, type ExitEdgeType } from './exit-edge';
import type { Trouble } from './findings';
import { type GraphNode, graphOf, type Trail } from './graph-parts';
import { isKind, type KindName } from './kinds';
import { BEGIN, NODE_WIDTH } from './layout';
import { BeginNode, StepNode } from './step-node';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';

const NODES = { step: StepNode, begin: BeginNode };
const EDGES = { exit: ExitEdge };
const MARGIN = { padding: 0.08, maxZoom: 1, minZoom: 0.15 };
/** Smaller than this nobody reads it. */
const LEGIBLE = 0.75;
const NONE: readonly Trouble[] = [];

/** What can be done to the picture; without it, it is looked at. */
export interface CanvasActs {
  connect: (from: string, exit: Path, to: string) => void;
  disconnect: (from: string, exit: Path) => void;
  setStart: (name: string) => void;
  remove: (names: string[]) => void;
  place: (places: Record<string, Place>) => void;
  /** A kind was let go over the picture. */
  drop: (kind: KindName, place: Place) => void;
  /** A line was let go over nothing: something new is to follow there. @param at on the screen */
  extend: (after: After, place: Place, at: Place) => void;
}

interface CanvasProps {
  document: ScriptDocument;
  troubles?: readonly Trouble[];
  trail?: Trail | null;
  selected?: string | null;
  /** Counts up whenever the chosen step is to be brought into sight. */
  reveal?: number;
  onSelect?: (name: string | null) => void;
  acts?: CanvasActs | undefined;
  small?: boolean;
}

export function Canvas(props: CanvasProps) {
  return <ReactFlowProvider><Picture {...props} /></ReactFlowProvider>;
}

function Picture({ document, troubles = NONE, trail = null, selected = null, reveal = 0, onSelect, acts, small = false }: CanvasProps) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  const dark = useStore(isDark);
  const flow = useReactFlow<GraphNode>();
  const frame = useRef<HTMLDivElement>(null);
  const parts = graphOf(document, words, troubles, trail, t('begin'));
  // drawn anew only where something in it is another one
  const key = JSON.stringify(parts);
  const { nodes: given, edges } = useMemo(() => parts, [key]);
  const [nodes, setNodes] = useState<GraphNode[]>(given);
  const [line, setLine] = useState<string | null>(null);
  useEffect(() => setNodes((now) => given.map((node) => ({ ...now.find(({ id }) => id === node.id), ...node }) as GraphNode)), [given]);
  const centre = (name: string | null) => {
    const node = given.find(({ id }) => id === name);
    if (node) void flow.setCenter(node.position.x + NODE_WIDTH / 2, node.position.y + (node.height ?? 0) / 2, { zoom: Math.max(LEGIBLE, flow.getZoom()) });
  };
  const keepInSight = (name: string | null) => {
    const node = given.find(({ id }) => id === name);
    const rect = frame.current?.getBoundingClientRect();
    if (!node || !rect) return;
    const [from, to] = [flow.flowToScreenPosition(node.position), flow.flowToScreenPosition({ x: node.position.x + NODE_WIDTH, y: node.position.y + (node.height ?? 0) })];
    if (from.x < rect.left || to.x > rect.right || from.y < rect.top || to.y > rect.bottom) centre(name);
  };
  /** A long script begins where the call does, or at the chosen step; all of it is a click away. */
  const begin = (drawn: ReactFlowInstance<GraphNode, ExitEdgeType>) => {
    const [entry] = given;
    if (!entry || drawn.getZoom() >= LEGIBLE) return;
    if (selected !== null) return centre(selected);
    const height = frame.current?.clientHeight ?? 0;
    void drawn.setViewport({ x: 24 - entry.position.x * LEGIBLE, y: height / 2 - entry.position.y * LEGIBLE, zoom: LEGIBLE });
  };
  useEffect(() => {
    if (reveal > 0) centre(selected);
  }, [reveal]);
  const here = trail?.here ?? null;
  useEffect(() => keepInSight(here), [here]);
  // the form beside it takes some of the room
  useEffect(() => {
    const soon = requestAnimationFrame(() => keepInSight(selected));
    return () => cancelAnimationFrame(soon);
  }, [selected]);

  const change = (changes: NodeChange<GraphNode>[]) => {
    const chosen = changes.find((each) => each.type === 'select' && each.selected);
    if (chosen?.type === 'select') onSelect?.(chosen.id);
    const after = applyNodeChanges(changes.filter(({ type }) => type !== 'select' && type !== 'remove'), nodes);
    setNodes(after);
    // let go of, or moved by a key
    if (acts && changes.some((each) => each.type === 'position' && each.dragging === false && isElsewhere(each, given))) {
      acts.place(Object.fromEntries(after.filter(({ id }) => id !== BEGIN).map(({ id, position }) => [id, { x: Math.round(position.x), y: Math.round(position.y) }])));
    }
  };
  const connect = ({ source, sourceHandle, target }: Connection) => {
    if (source === BEGIN) acts?.setStart(target);
    else if (sourceHandle !== null) acts?.connect(source, pathOf(sourceHandle), target);
  };
  const letGo = (event: MouseEvent | TouchEvent, { isValid, fromNode, fromHandle }: FinalConnectionState) => {
    if (isValid || !acts || !fromNode || fromNode.id === BEGIN || !fromHandle?.id || fromHandle.type !== 'source') return;
    const { clientX: x, clientY: y } = 'changedTouches' in event ? event.changedTouches[0]! : event;
    acts.extend({ step: fromNode.id, exit: pathOf(fromHandle.id) }, flow.screenToFlowPosition({ x, y }), { x, y });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const kind = event.dataTransfer.getData(DRAGGED);
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    if (isKind(kind)) acts?.drop(kind, { x: Math.round(x - NODE_WIDTH / 2), y: Math.round(y - 24) });
  };
  return (
    <div ref={frame} className="ivr-canvas">
      <ReactFlow<GraphNode, ExitEdgeType>
        aria-label={t('canvas')}
        nodes={nodes.map((node) => ({ ...node, selected: node.id === selected }))}
        edges={edges.map((edge) => ({ ...edge, selected: edge.id === line }))}
        ariaLabelConfig={{ 'node.a11yDescription.default': t('node_help'), 'handle.ariaLabel': t('handle') }}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        colorMode={dark ? 'dark' : 'light'}
        fitView
        fitViewOptions={MARGIN}
        onInit={begin}
        minZoom={0.15}
        maxZoom={1.6}
        nodesDraggable={acts !== undefined && !small}
        nodesConnectable={acts !== undefined && !small}
        edgesFocusable={false}
        deleteKeyCode={acts ? ['Delete', 'Backspace'] : null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        connectionRadius={36}
        onNodesChange={change}
        onEdgeClick={(_, { id }) => setLine(id)}
        onNodeClick={() => setLine(null)}
        onPaneClick={() => {
          setLine(null);
          onSelect?.(null);
        }}
        onConnect={connect}
        onConnectEnd={letGo}
        onDelete={({ nodes: gone, edges: cut }) => {
          // who chose a line means it, and not the step that is open beside it
          if (line === null && gone.length > 0) acts?.remove(gone.map(({ id }) => id));
          else cut.filter(({ id }) => id === line).forEach(({ source, sourceHandle }) => sourceHandle && acts?.disconnect(source, pathOf(sourceHandle)));
        }}
        onDragOver={(event) => acts && event.preventDefault()}
        onDrop={drop}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} />
        {!small && <MiniMap style={{ width: 168, height: 104 }} pannable zoomable ariaLabel={t('minimap')} nodeClassName={({ data }) => `ivr-mini ${String(data['trail'] ?? '')}`} nodeBorderRadius={8} />}
        <Panel position="bottom-left">
          <div className="ivr-zoom">
            <Button icon={<ZoomInOutlined />} aria-label={t('zoom_in')} title={t('zoom_in')} onClick={() => void flow.zoomIn()} />
            <Button icon={<ZoomOutOutlined />} aria-label={t('zoom_out')} title={t('zoom_out')} onClick={() => void flow.zoomOut()} />
            <Button icon={<CompressOutlined />} aria-label={t('fit')} title={t('fit')} onClick={() => void flow.fitView(MARGIN)} />
          </div>
        </Panel>
      </ReactFlow>
    </div>
  );
}

function isElsewhere(change: NodeChange<GraphNode>, given: GraphNode[]): boolean {
  if (change.type !== 'position' || !change.position) return false;
  const before = given.find(({ id }) => id === change.id)?.position;
  return before === undefined || Math.abs(before.x - change.position.x) > 1 || Math.abs(before.y - change.position.y) > 1;
}

/** An exit's id as a path: places in lists are numbers. */
function pathOf(id: string): Path {
  const [field = '', ...rest] = id.split('/');
  return [field, ...rest.map((each) => (field === 'branches' && /^\d+$/.test(each) ? Number(each) : each))];
}
