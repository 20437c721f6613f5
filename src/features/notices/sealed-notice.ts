import type { FieldSeal } from '../../platform/encryption/field-seal';
import type { NoticeContent } from './domain/notice';
import type { Notice } from './notice.entity';

export function sealContent(seal: FieldSeal, id: string, { to, subject, text }: NoticeContent): Buffer {
  return seal.seal(placeOf(id), JSON.stringify({ to, subject, text }));
}

/** Null once it is forgotten, or its key destroyed. */
export function openContent(seal: FieldSeal, { id, sealed }: Pick<Notice, 'id' | 'sealed'>): NoticeContent | null {
  const text = seal.open(placeOf(id), sealed);
  return text === null ? null : (JSON.parse(text) as NoticeContent);
}

function placeOf(id: string): string {
  return `notices.sealed ${id}`;
}
