/** Which file: each revision has its own, so that a call that plays the one before goes on. */
export interface TakeFile {
  id: string;
  revision: number;
}

const NAME = /^(tke_[0-9A-Z]{26})-(\d{1,9})\.wav$/;

export function takeFileName({ id, revision }: TakeFile): string {
  return `${id}-${revision}.wav`;
}

/** Null for a name that is none of ours. */
export function readTakeFileName(name: string): TakeFile | null {
  const [, id, revision] = NAME.exec(name) ?? [];
  return id === undefined ? null : { id, revision: Number(revision) };
}

/** The whole path, on this machine and on the switch. @param root TENANT_SOUNDS_DIR */
export function takePath(root: string, tenantId: string, take: TakeFile): string {
  return `${root.replace(/\/+$/, '')}/${tenantId}/${takeFileName(take)}`;
}
