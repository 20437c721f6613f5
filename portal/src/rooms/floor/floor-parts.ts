import type { FloorView } from '../../live/floor';
import type { LiveFloor } from '../../live/use-floor';
import { useStorePart } from '../../state/store';

const NONE: FloorView = { queues: [], agents: new Map(), calls: new Map(), alarms: new Map(), hands: new Map() };

/** What the parts of the floor's page look at, each at its own: none is drawn because of another. */
export const useCallsNow = (floor: LiveFloor) => useStorePart(floor, (view) => (view ?? NONE).calls);
export const useAgentsNow = (floor: LiveFloor) => useStorePart(floor, (view) => (view ?? NONE).agents);
export const useQueueNames = (floor: LiveFloor) => useStorePart(floor, (view) => (view ?? NONE).queues);
export const useAlarms = (floor: LiveFloor) => useStorePart(floor, (view) => (view ?? NONE).alarms);
export const useHands = (floor: LiveFloor) => useStorePart(floor, (view) => (view ?? NONE).hands);
export const useIsThere = (floor: LiveFloor) => useStorePart(floor, (view) => view !== null);
