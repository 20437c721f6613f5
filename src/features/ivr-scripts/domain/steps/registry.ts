import type { JsonCursor } from '../../../../platform/json/json-cursor';
import { branch, type BranchStep } from './branch';
import { callback, type CallbackStep } from './callback';
import { collect, type CollectStep } from './collect';
import { hangUp, type HangUpStep } from './hang-up';
import { lookUp, type LookUpStep } from './look-up';
import { menu, type MenuStep } from './menu';
import { notice, type NoticeStep } from './notice';
import { play, type PlayStep } from './play';
import { queue, type QueueStep } from './queue';
import { set, type SetStep } from './set';
import type { StepKind } from './step-kind';
import { returning, type ReturnStep, subScript, type SubScriptStep } from './sub-script';
import { survey, type SurveyStep } from './survey';
import { transfer, type TransferStep } from './transfer';
import { voicemail, type VoicemailStep } from './voicemail';

export type Step =
  | BranchStep
  | CallbackStep
  | CollectStep
  | HangUpStep
  | LookUpStep
  | MenuStep
  | NoticeStep
  | PlayStep
  | QueueStep
  | ReturnStep
  | SetStep
  | SubScriptStep
  | SurveyStep
  | TransferStep
  | VoicemailStep;

type KindOf<S> = S extends { type: string } ? StepKind<S> : never;

const KINDS: readonly KindOf<Step>[] = [
  branch, callback, collect, hangUp, lookUp, menu, notice, play, queue, returning, set, subScript, survey, transfer, voicemail,
];

export const STEP_TYPES = KINDS.map(({ type }) => type);

/** The kind of a step; typed for any, as each is asked about its own steps alone. */
export function kindOf(step: Pick<Step, 'type'>): StepKind<Step> {
  return KINDS.find(({ type }) => type === step.type) as unknown as StepKind<Step>;
}

/** The scripts of the same tenant that a script hands callers over to. */
export function scriptsCalledBy({ steps }: { steps: ReadonlyMap<string, Step> }): string[] {
  return [...steps.values()].flatMap((step) => [...(kindOf(step).mentions(step).scripts ?? [])]);
}

export function readStep(at: JsonCursor): Step {
  const [type, title] = [at.field('type'), at.field('title')];
  const kind = KINDS.find(({ type: each }) => each === type.value);
  if (!kind) {
    type.refuse(`must be one of ${STEP_TYPES.join(', ')}`);
    // what else it has cannot be judged
    return { type: 'return' };
  }
  if (title.present) title.text({ max: 80 });
  const step = kind.read(at);
  at.refuseUnread();
  return step;
}
