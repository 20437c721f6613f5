import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { goesOn, type TryAnswer, type TryInput } from './try-command';

/** What the caller did, and what the script answered. */
export interface Turn {
  /** Null for the begin, and where the script went on by itself. */
  input: TryInput | null;
  answer: TryAnswer;
}

export interface Caller {
  language: 'zh-CN' | 'en';
  number: string;
  segment: string;
}

export interface Trial {
  turns: readonly Turn[];
  /** Whether the script was changed since the last turn. */
  isStale: boolean;
  isPending: boolean;
  error: unknown;
  start: (caller: Caller) => void;
  send: (input: TryInput) => void;
}

/** Announcements that follow each other without an end are the check's to find; here they stop. */
const MOST_IN_A_ROW = 50;

/** A call without a switch, through a document that need not be saved. @param text the document's, which tells one from another */
export function useTrial(id: string, document: unknown, text: string): Trial {
  const [call, setCall] = useState<{ turns: Turn[]; inputs: TryInput[]; caller: Caller; text: string } | null>(null);
  const going = useMutation({
    mutationFn: async ({ caller, turns, inputs, input }: { caller: Caller; turns: Turn[]; inputs: TryInput[]; input: TryInput | null }) => {
      const all = input ? [...inputs, input] : inputs;
      const answers: Turn[] = [];
      for (let answer = await ask(all, caller); ; answer = await ask(all, caller)) {
        answers.push({ input: answers.length === 0 ? input : null, answer });
        if (!goesOn(answer) || answers.length > MOST_IN_A_ROW) break;
        all.push({ kind: 'done' });
      }
      return { turns: [...turns, ...answers], inputs: all, caller, text };
    },
    onSuccess: setCall,
  });
  const ask = (inputs: TryInput[], { language, number, segment }: Caller) => {
    const variables = { ...(number && { caller_number: number }), ...(segment && { segment }) };
    return answerOf(api.POST('/v1/ivr-scripts/{id}/try', { params: { path: { id } }, body: { document: document as never, language, variables: variables as never, inputs } }));
  };
  return {
    turns: call?.turns ?? [],
    isStale: call !== null && call.text !== text,
    isPending: going.isPending,
    error: going.error,
    start: (caller) => going.mutate({ caller, turns: [], inputs: [], input: null }),
    send: (input) => call && going.mutate({ ...call, input }),
  };
}
