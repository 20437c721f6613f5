import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, versionOf } from '../api/client';
import { useStore } from '../state/store';
import { language } from '../texts/language';

export const handTopics = queryOptions({
  queryKey: ['hand-topics'],
  queryFn: ({ signal }) => versionOf(api.GET('/v1/hand-topics', { signal })),
  staleTime: 5 * 60_000,
});

/** What a topic is called in the reader's language; its code where the tenant has it no more. */
export function useTopicName(): (code: string) => string {
  const { data } = useQuery(handTopics);
  const isChinese = useStore(language) === 'zh-CN';
  return (code) => {
    const topic = data?.data.topics.find((each) => each.code === code);
    if (!topic) return code;
    return (isChinese && topic.name_zh) || topic.name;
  };
}
