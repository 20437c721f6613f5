/** Something that plays a sound: it must let go of it before the sound can go. */
export interface SoundUse {
  /** `number`, `queue`, … */
  kind: string;
  id: string;
  /** As people know it. */
  name: string;
}

/** A feature whose objects name sounds; it answers for the tenant that is set. */
export interface SoundUser {
  usesOf(sound: string): Promise<SoundUse[]>;
}

/** Who plays which sound; each feature that names sounds adds itself at start. */
export class SoundUses {
  private readonly users: SoundUser[] = [];

  add(user: SoundUser): void {
    this.users.push(user);
  }

  async of(sound: string): Promise<SoundUse[]> {
    const uses: SoundUse[] = [];
    for (const user of this.users) uses.push(...(await user.usesOf(sound)));
    return uses.sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
  }
}
