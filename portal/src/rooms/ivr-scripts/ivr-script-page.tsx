import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Loaded } from '../../ui/loaded';
import { oneScript } from './ivr-scripts-queries';
import { ScriptView } from './script-view';

export function IvrScriptPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneScript(id));
  return <Loaded query={query}>{({ data, etag }) => <ScriptView key={id} script={data} etag={etag} />}</Loaded>;
}
