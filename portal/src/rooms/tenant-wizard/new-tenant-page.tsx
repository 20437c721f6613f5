import { useTexts } from '../../texts/define-texts';
import { wizard } from './texts';
import { Wizard } from './wizard';

export function NewTenantPage() {
  return <Wizard title={useTexts(wizard)('new_title')} draftName="new" initial={null} />;
}
