import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { oneTenant, tenantFile } from '../../data/tenants';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { wizard } from './texts';
import { Wizard } from './wizard';

export function ChangeTenantPage() {
  const t = useTexts(wizard);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  // what is written is not exchanged below the writer's hands
  const file = useQuery({ ...tenantFile(id), refetchOnWindowFocus: false, staleTime: Infinity });
  const tenant = useQuery(oneTenant(id));
  return (
    <Loaded query={tenant}>
      {({ name }) => <Loaded query={file}>{(text) => <Wizard title={t('change_title', { name })} draftName={id} initial={text} />}</Loaded>}
    </Loaded>
  );
}
