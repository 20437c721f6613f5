/** What a kind of step is called while it is dragged into the picture. */
export const DRAGGED = 'application/x-seatline-step';
