import { NOBODY, type FarEnd } from '../channels/far-end';
import type { Channel } from '../channels/channel';
import { behave, DEFAULT_BEHAVIOUR, type CalleeBehaviour } from './callee-behaviour';

export interface OutsideRule {
  readonly prefix: string;
  readonly behaviour: CalleeBehaviour;
}

/** The world beyond the trunk: numbers behave as the rule with the longest matching prefix says. */
export class Outside implements FarEnd {
  private rules: OutsideRule[] = [];

  setRule(rule: OutsideRule): void {
    this.rules = [...this.rules.filter(({ prefix }) => prefix !== rule.prefix), rule];
    this.rules.sort((a, b) => b.prefix.length - a.prefix.length);
  }

  behaviourOf(number: string): CalleeBehaviour {
    return this.rules.find(({ prefix }) => number.startsWith(prefix))?.behaviour ?? DEFAULT_BEHAVIOUR;
  }

  invited(leg: Channel): void {
    behave(leg, this.behaviourOf(leg.profile.destinationNumber));
  }

  ringing = NOBODY.ringing;
  answered = NOBODY.answered;
  hears = NOBODY.hears;
  released = NOBODY.released;
}
