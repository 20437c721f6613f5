import './shell.css';
import { useTexts } from '../texts/define-texts';
import { shell } from './texts';

export function Splash() {
  const t = useTexts(shell);
  return (
    <div style={{ display: 'grid', placeItems: 'center', height: '100%', minHeight: 240 }} role="status" aria-label={t('loading')}>
      <div className="splash" />
    </div>
  );
}
