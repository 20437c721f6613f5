import { defineTexts, useTexts } from '../texts/define-texts';

const texts = defineTexts('numbers-of-others', { erased: 'erased', withheld: 'withheld' }, { erased: '已删除', withheld: '未显示号码' });

/** A number as it is shown: what was erased and what the caller withheld is said in words. */
export function useNumberText(): (number: string | null) => string {
  const t = useTexts(texts);
  return (number) => (number === null ? t('erased') : number === '' ? t('withheld') : number);
}
