declare module '../../platform/events/events' {
  interface EventMap {
    /** A caller's message is there. Never who he is. `at` is when he was asked to speak, epoch milliseconds. */
    'voicemail.left': { voicemailId: string; callId: string | null; queue: string; durationSeconds: number; at: number };
  }
}

export {};
