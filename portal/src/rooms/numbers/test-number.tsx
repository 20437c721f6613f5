import { Tooltip } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { TestTag } from '../../ui/test-tag';
import { numbers } from './texts';

/** On a number whose callers hear drafts. */
export function TestNumber() {
  const t = useTexts(numbers);
  return <Tooltip title={t('tests_draft_hint')}><span><TestTag>{t('test_number')}</TestTag></span></Tooltip>;
}
