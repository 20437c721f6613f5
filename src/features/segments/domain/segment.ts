/** Colours that a segment's tag may have, by names that screens know. */
export const SEGMENT_COLOURS = ['grey', 'red', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple'] as const;
export type SegmentColour = (typeof SEGMENT_COLOURS)[number];

/** Bounds of what a segment sets; times in seconds. */
export const SEGMENT_BOUNDS = {
  rank: { min: 1, max: 99 },
  /** mod_callcenter adds it to the time that a caller has waited: an hour is before whoever came within the last. */
  prioritySeconds: { min: 0, max: 3600 },
  answerTargetSeconds: { min: 1, max: 3600 },
} as const;

/** What a segment has where nothing was said. */
export const SEGMENT_DEFAULTS = {
  rank: 50,
  description: '',
  greeting: null,
  queueId: null,
  prioritySeconds: 0,
  answerTargetSeconds: null,
  colour: 'grey',
} as const;
