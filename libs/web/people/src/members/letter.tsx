import { Button, getLanguage, Notice, useText, useTextIn } from '@konzeptwerkstatt/web-ui';
import { encode } from 'uqr';
import type { PrintedLetter } from './invite-person.js';

/** A picture a phone reads. Drawn as one path: no image is loaded. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="kw-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** An invitation to print: greeting, picture for the phone, and the address in letters people can type. */
export function Letter({ letter, organisation, municipality, onClose }: { letter: PrintedLetter; organisation: string; municipality: string; onClose: () => void }) {
  const t = useText();
  const language = getLanguage(letter.language);
  const letterText = useTextIn('people', language.tag);
  // Whoever types the address types as little as possible; the phone is told the language, too.
  const [page = '', code = ''] = letter.address.replace(/\?[^#]*/, '').split('#');
  return (
    <section className="kw-print-area kw-stack" aria-label={t('people.letter.title')}>
      <div className="kw-no-print">
        <Notice tone="warning" live title={t('people.letter.once')} actions={<><Button variant="primary" icon="document" onPress={() => globalThis.print()}>{t('people.letter.print')}</Button><Button onPress={onClose}>{t('people.letter.done')}</Button></>}>{t('people.letter.once-text')}</Notice>
      </div>
      <div className="kw-paper" lang={language.tag} dir={language.direction}>
        <p>{letterText('people.letter.greeting', { name: letter.name })}</p>
        <p>{letterText('people.letter.text', { organisation, municipality })}</p>
        <div className="kw-paper__way">
          <QrCode text={letter.address} label={letterText('people.letter.qr')} />
          <div>
            <p>{letterText('people.letter.phone')}</p>
            <p>{letterText('people.letter.or')}<br /><strong dir="ltr">{page.replace(/^https?:\/\//, '')}</strong></p>
            <p>{letterText('people.letter.code')}<br /><strong className="kw-paper__code" dir="ltr">{code}</strong></p>
          </div>
        </div>
        <p>{letterText('people.letter.rules')}</p>
      </div>
    </section>
  );
}
