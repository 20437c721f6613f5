import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Place } from './document';
import { curve, detour } from './line-path';

export interface ExitData extends Record<string, unknown> {
  bends: Place[];
  lane: number | null;
}

export type ExitEdgeType = Edge<ExitData, 'exit'>;

/** The line from an exit to the step that follows. */
export const ExitEdge = memo(function ExitEdge({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<ExitEdgeType>) {
  const [from, to] = [{ x: sourceX, y: sourceY }, { x: targetX, y: targetY }];
  const lane = data?.lane ?? null;
  const path = lane === null ? curve([from, ...(data?.bends ?? []), to]) : detour(from, to, lane);
  return <BaseEdge path={path} interactionWidth={16} />;
});
