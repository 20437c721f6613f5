/**
 * How long tests wait for what happens elsewhere, in milliseconds: on an idle machine it is there at once, on one whose
 * processors others have most of the time it takes minutes, and is as right. Nothing is measured by it.
 */
export const PATIENCE_MS = 180_000;
