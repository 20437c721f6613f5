/**
 * Why a command got no answer: `deadline` passed; the connection is `closed` or closed meanwhile; too many commands
 * wait already (`busy`).
 */
export type EslErrorCode = 'deadline' | 'closed' | 'busy';

export class EslError extends Error {
  constructor(
    readonly code: EslErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'EslError';
  }
}
