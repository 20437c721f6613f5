import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { language } from '../../texts/language';
import { type Exit, isObject, type StepDocument } from './document';
import { fieldsOf, isKind, KIND_NAMES } from './kinds';
import { stepTexts } from './step-texts';
import { ivrScripts } from './texts';

export interface StepWords {
  kind(type: string): string;
  about(type: string): string;
  group(purpose: string): string;
  field(name: string): string;
  hint(name: string): string | undefined;
  choice(value: string): string;
  exit(step: StepDocument, exit: Exit): string;
  /** What happens where an exit that may be left out is. */
  unset(exit: string): string;
  condition(branch: unknown): string;
  prompts(prompts: unknown): string;
  /** What it says, or leads to, in a line. */
  summary(step: StepDocument): string;
  /** Its title, or its short name. */
  step(name: string, step: StepDocument | undefined): string;
}

const HINTS = ['url', 'into', 'question', 'keep', 'send', 'priority_seconds', 'masked', 'recipient'];

/** Steps in the words of whoever reads. */
export function useStepWords(): StepWords {
  const t = useTexts(stepTexts) as (key: string, values?: Record<string, unknown>) => string;
  const group = useTexts(ivrScripts) as (key: string) => string;
  const isChinese = useStore(language) === 'zh-CN';
  const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

  const condition = (branch: unknown): string => {
    const { when, not } = isObject(branch) ? branch : {};
    if (!isObject(when)) return '?';
    const negated = not === true;
    switch (when['kind']) {
      case 'open':
        return t(negated ? 'not_open' : 'open', { name: said(when['calendar']) || '?' });
      case 'segment':
        return t(negated ? 'not_segment' : 'segment', { name: list(when['names']).map(said).join(' / ') || '?' });
      case 'language':
        return t(negated ? 'not_language' : 'language', { name: when['language'] ? t(`choice_${said(when['language'])}`) : '?' });
      default: {
        const what = `${said(when['name'] ?? when['queue']) || '?'} ${when['is'] ? t(`is_${said(when['is'])}`) : '?'} ${said(when['value'])}`.trim();
        return negated ? t('not_prefix', { what }) : what;
      }
    }
  };

  const prompt = (each: unknown): string => {
    if (!isObject(each)) return '';
    if (typeof each['sound'] === 'string') return `♪ ${each['sound'] || '?'}`;
    const { zh, en } = isObject(each['text']) ? each['text'] : {};
    return said(isChinese ? (zh ?? en) : (en ?? zh));
  };
  const prompts = (all: unknown): string => list(all).map(prompt).filter(Boolean).join(' · ');

  const exit = (step: StepDocument, { id, path }: Exit): string => {
    const [field = '', key] = path;
    if (field === 'branches') return condition(list(step['branches'])[Number(key)]);
    if (field === 'options' || field === 'keys') return t('key', { key });
    if (id === 'on_failure' && (step.type === 'transfer' || step.type === 'callback' || step.type === 'voicemail' || step.type === 'notice')) return t(`exit_on_failure_${step.type}`);
    if (id === 'on_no_choice' || id === 'on_no_input') return t(`exit_${id}`);
    return t(`field_${id}`);
  };

  const values = (step: StepDocument): string => {
    const { language: spoken, priority_seconds: seconds, values: set } = step;
    const parts = [
      spoken && t(`choice_${said(spoken)}`),
      seconds !== undefined && t('ahead', { seconds }),
      ...Object.entries(isObject(set) ? set : {}).map(([name, value]) => `${name} = ${said(value)}`),
    ];
    return parts.filter(Boolean).join(' · ');
  };

  const summary = (step: StepDocument): string => {
    const heard = prompts(step['prompts']);
    switch (step.type) {
      case 'branch':
        return t('two_ways', { count: list(step['branches']).length });
      case 'collect':
        return heard || t('digits', { least: said(step['min_digits'] ?? 1), most: said(step['max_digits']), name: said(step['into']) });
      case 'survey':
        return heard || t('rate', { question: said(step['question']), highest: said(step['highest'] ?? 5) });
      case 'look_up':
        return said(step['url']);
      case 'set':
        return values(step) || '?';
      case 'queue':
      case 'callback':
      case 'voicemail':
        return said(step['queue']) || '?';
      case 'notice':
        return prompts([{ text: step['text'] }]) || '?';
      case 'transfer': {
        const to = isObject(step['to']) ? step['to'] : {};
        if ('last_agent_days' in to) return t('last_agent', { count: said(to['last_agent_days']) });
        return said(to['agent'] ?? to['number']) || '?';
      }
      case 'script':
        return said(step['script']) || '?';
      case 'return':
        return t('comes_back');
      case 'hang_up':
        return heard || t('ends');
      default:
        return heard || t('nothing_said');
    }
  };

  return {
    kind: (type) => (isKind(type) ? t(`kind_${type}`) : type),
    about: (type) => (isKind(type) ? t(`about_${type}`) : ''),
    group: (purpose) => group(`group_${purpose}`),
    field: (name) => (KNOWN.has(name) ? t(`field_${name}`) : name),
    hint: (name) => (HINTS.includes(name) ? t(`hint_${name}`, { open: '{{', close: '}}' }) : undefined),
    choice: (value) => t(`choice_${value}`),
    unset: (id) => t(id === 'after' ? 'unset_after' : 'unset'),
    exit, condition, prompts, summary,
    step: (name, step) => (typeof step?.title === 'string' && step.title !== '' ? step.title : name),
  };
}

const KNOWN: ReadonlySet<string> = new Set([
  'title', 'type', 'start', 'fallback',
  ...KIND_NAMES.flatMap((type) => fieldsOf(type).map(({ name }) => name)),
]);
