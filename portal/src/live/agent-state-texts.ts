import { defineTexts } from '../texts/define-texts';

export const agentStates = defineTexts(
  'agent-states',
  { ready: 'Ready', ringing: 'Ringing', talking: 'Talking', wrap_up: 'Wrap-up', on_break: 'On a break', logged_out: 'Signed out' },
  { ready: '就绪', ringing: '振铃', talking: '通话', wrap_up: '话后处理', on_break: '小休', logged_out: '签出' },
);
