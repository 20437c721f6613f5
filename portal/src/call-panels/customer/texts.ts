import { defineTexts } from '../../texts/define-texts';

export const customer = defineTexts(
  'customer-panel',
  {
    stranger: 'No customer is known by this number.',
    only_callers: 'For calls that came in.',
    over: 'Shown while the call goes on.',
    erased: 'erased',
    segment: 'Segment',
    language: 'Language',
    language_zh: 'Chinese',
    language_en: 'English',
    external_id: 'ID in the CRM',
    note: 'Note',
    open: 'Open the customer',
  },
  {
    stranger: '此号码没有对应的客户。',
    only_callers: '仅适用于来电。',
    over: '通话期间显示。',
    erased: '已删除',
    segment: '分级',
    language: '语言',
    language_zh: '中文',
    language_en: '英文',
    external_id: 'CRM 编号',
    note: '备注',
    open: '打开客户',
  },
);
