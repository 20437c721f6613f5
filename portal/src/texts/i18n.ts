import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, language } from './language';

/** One instance for the whole page; each room adds its own texts when it loads (define-texts.ts). */
void i18next.use(initReactI18next).init({
  lng: currentLanguage(),
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  // React escapes
  interpolation: { escapeValue: false },
  react: { bindI18nStore: 'added' },
});

language.subscribe(() => {
  void i18next.changeLanguage(currentLanguage());
  document.documentElement.lang = currentLanguage();
});
document.documentElement.lang = currentLanguage();

export { i18next };
