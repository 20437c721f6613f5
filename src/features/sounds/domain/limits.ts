/** What one tenant may keep. */
export const MOST_SOUNDS = 1000;
export const MOST_BYTES = 1_000_000_000;

/** Of an uploaded file. */
export const LARGEST_UPLOAD_MB = 20;
