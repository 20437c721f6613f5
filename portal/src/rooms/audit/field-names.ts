import { currentLanguage } from '../../texts/language';
import { CHINESE } from './chinese-fields';

/** `settings.maxWaitTime` as `Max wait time`; in Chinese where there is a word for it. */
export function fieldName(field: string): string {
  const known = currentLanguage() === 'zh-CN' ? CHINESE[field] : undefined;
  if (known) return known;
  const last = field.split('.').at(-1) ?? field;
  const words = last.replace(/(Micro|Hash)$/, '').replace(/([A-Z])/g, ' $1').replaceAll('_', ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
