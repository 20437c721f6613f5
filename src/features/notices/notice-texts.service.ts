import { Injectable } from '@nestjs/common';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { everySpellingOf } from '../customers/domain/caller-number';
import { NoticeTexts } from './domain/notice-texts';
import { NoticesRepository } from './notices.repository';

@Injectable()
export class NoticeTextsService extends NoticeTexts {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly seals: FieldSeals,
  ) {
    super();
  }

  override async forget(number: string): Promise<number> {
    const seal = await this.seals.toRead();
    let forgotten = 0;
    for (const index of everySpellingOf(number).flatMap((spelling) => seal.index(spelling) ?? [])) forgotten += await this.notices.forget(index);
    return forgotten;
  }

  override forgetBefore(before: Date): Promise<void> {
    return this.notices.forgetBefore(before);
  }
}
