/** Something the person at the machine can act on: its message says what and how, so it is shown without a stack. */
export class ServiceError extends Error {}
