import { Injectable } from '@nestjs/common';
import { choosePassword } from '../../platform/auth/kept-password';
import { PasswordHolders } from '../../platform/auth/password-holders';
import type { Principal } from '../../platform/auth/principal';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { ChangeOwnPasswordDto } from './own-password.dto';
import { PasswordProof } from './password-proof';
import { personOf } from './sessions.service';

@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly holders: PasswordHolders,
    private readonly proof: PasswordProof,
    private readonly sessions: Sessions,
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
  ) {}

  async change(principal: Principal, { oldPassword, password }: ChangeOwnPasswordDto): Promise<void> {
    const person = personOf(principal);
    const held = await this.proof.require(person, oldPassword, '/old_password');
    const kept = await choosePassword(password, held.kept, held.words, this.clock.now());
    await this.database.transaction(async () => {
      await this.holders.of(person.kind).write(person.id, kept);
      await this.sessions.endAllOf(person, 'password_changed', principal.sessionId);
    });
    await this.sessions.announce(person.id);
  }
}
