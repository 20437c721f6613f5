import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { Page } from '../../platform/http/page';
import { CallsReader } from '../calls/calls.reader';
import type { Notice } from './notice.entity';
import type { NoticeDto, NoticesRequest } from './notices.dto';
import { NoticesRepository } from './notices.repository';
import { openContent } from './sealed-notice';

/** Notices, as people and programs see them. */
@Injectable()
export class NoticeViews {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly calls: CallsReader,
    private readonly seals: FieldSeals,
  ) {}

  async page(principal: Principal, request: NoticesRequest): Promise<Page<NoticeDto>> {
    const { state, channel, callId } = request;
    const callUuid = callId === undefined ? undefined : await this.calls.uuidOf(callId);
    if (callUuid === null) return { data: [], hasMore: false };
    const { data, hasMore } = await this.notices.page(request, { ...(state && { state }), ...(channel && { channel }), ...(callUuid && { callUuid }) });
    return { data: await this.shown(principal, data), hasMore };
  }

  private async shown({ permissions }: Principal, notices: readonly Notice[]): Promise<NoticeDto[]> {
    const [seal, calls] = [await this.seals.toRead(), await this.calls.idsOf([...new Set(notices.map(({ callUuid }) => callUuid))])];
    const maySee = permissions.includes('personal-data:read');
    return notices.map((notice) => {
      const { id, channel, state, attempts, problem, sentAt, createdAt, callUuid } = notice;
      const content = openContent(seal, notice);
      const said = maySee && content ? { subject: content.subject, text: content.text } : { subject: null, text: null };
      return { id, channel, state, recipient: content?.to ?? null, ...said, callId: calls.get(callUuid) ?? null, attempts, problem, sentAt, createdAt };
    });
  }
}
