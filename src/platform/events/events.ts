/**
 * What happens in the product, by name. Each feature adds its own events by declaration merging
 * in its `*.events.ts`, so that this file knows none of them.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface EventMap {}

export type EventType = keyof EventMap & string;
