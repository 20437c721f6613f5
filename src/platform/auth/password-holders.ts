import { Injectable } from '@nestjs/common';
import type { KeptPassword } from './kept-password';
import type { PersonRef } from './sessions';

export interface HeldPassword {
  kept: KeptPassword;
  /** What a new one may not contain. */
  words: string[];
}

/** Where the passwords of one kind of people stand. */
export interface PasswordHolder {
  /** @returns null where there is no such person */
  read(id: string): Promise<HeldPassword | null>;
  /** Joins an open transaction. */
  write(id: string, kept: KeptPassword): Promise<void>;
}

/** The features that keep people register here, so that a password is changed in one way, whoever's it is. */
@Injectable()
export class PasswordHolders {
  private readonly holders = new Map<PersonRef['kind'], PasswordHolder>();

  add(kind: PersonRef['kind'], holder: PasswordHolder): void {
    this.holders.set(kind, holder);
  }

  of(kind: PersonRef['kind']): PasswordHolder {
    const holder = this.holders.get(kind);
    if (!holder) throw new Error(`Nobody keeps the passwords of ${kind}.`);
    return holder;
  }
}
