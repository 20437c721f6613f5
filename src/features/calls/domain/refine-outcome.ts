import type { Outcome } from '../../../telephony/calls/call-record';

/** What the events may say more exactly than the CDRs can. */
const REFINEMENTS: Partial<Record<Outcome, readonly Outcome[]>> = {
  abandoned: ['disconnected', 'transferred'],
  timeout: ['overflow'],
  'no-agent': ['overflow'],
  'exit-key': ['overflow'],
};

/** The CDRs' outcome, sharpened by what the events saw where the two agree; where they do not, the CDRs hold. */
export function refineOutcome(booked: Outcome, witnessed: Outcome | null): Outcome {
  return witnessed !== null && REFINEMENTS[booked]?.includes(witnessed) ? witnessed : booked;
}
