/** Converting and speaking cost a processor's time: a person does a hundred at once, then one a second. */
export const MAKING_RATE = { perSecond: 1, burst: 100 };
