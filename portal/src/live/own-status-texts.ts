import { defineTexts } from '../texts/define-texts';

export const ownStatus = defineTexts(
  'own-status',
  {
    available: 'You are ready now: it was set elsewhere. Queues offer you calls.',
    available_on_demand: 'You are on demand now: it was set elsewhere.',
    on_break: 'You are on a break now: it was set elsewhere. Queues offer you no calls.',
    logged_out: 'You are signed out as an agent now: it was set elsewhere. Queues offer you no calls.',
  },
  {
    available: '您的状态已在别处设为就绪，队列将向您派发通话。',
    available_on_demand: '您的状态已在别处设为按需接听。',
    on_break: '您的状态已在别处设为小休，队列不会向您派发通话。',
    logged_out: '您已在别处被签出坐席，队列不会向您派发通话。',
  },
);
