import { defineTexts } from '../../texts/define-texts';

export const customer = defineTexts(
  'customer-panel',
  { stranger: 'Nobody known.', erased: 'erased', zh: 'Chinese', en: 'English' },
  { stranger: '未建档。', erased: '已删除', zh: '中文', en: '英文' },
);
