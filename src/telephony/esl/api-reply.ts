/** What an API command answered: its text, or the reason that stood behind -ERR or -USAGE. */
export type ApiReply = { ok: true; text: string } | { ok: false; reason: string };

/**
 * Reads an API command's output. A command that says nothing comes back as `-ERR no reply`, which some commands do on
 * success (callcenter_break): the caller knows which.
 */
export function readApiReply(output: string): ApiReply {
  const failure = /^-(?:ERR|USAGE):? ?([\s\S]*)$/.exec(output);
  return failure === null ? { ok: true, text: output } : { ok: false, reason: (failure[1] ?? '').trim() };
}
