/** It becomes part of a path on the switch where the platform's own sound is meant. */
export const SOUND_NAME = {
  pattern: /^[a-z0-9][a-z0-9_-]{0,59}$/,
  rule:
    'must be 1 to 60 lower-case letters, digits, hyphens and underscores, starting with a letter or a digit: ' +
    'it names a sound, not a path or a stream',
};

/** Of a name that the pattern allows. */
export const UNKNOWN_SOUND = 'must be a sound of this tenant that has been uploaded or spoken, or one of the platform';
