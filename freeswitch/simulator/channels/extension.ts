export interface ApplicationCall {
  readonly name: string;
  readonly data: string;
}

/** The applications that a dialplan chose for a call, and how far it has come with them. */
export class Extension {
  private position = 0;

  constructor(
    readonly name: string,
    readonly number: string,
    readonly applications: readonly ApplicationCall[],
  ) {}

  /** The application to run now; the next one becomes current before it runs, as CDRs show. */
  take(): ApplicationCall | undefined {
    const application = this.applications[this.position];
    if (application) this.position++;
    return application;
  }

  get current(): ApplicationCall | undefined {
    return this.applications[this.position];
  }

  /** What is left, as the caller profile of a bridged or parked leg inherits it. */
  remainder(): Extension {
    return new Extension(this.name, this.number, this.applications.slice(this.position));
  }
}
