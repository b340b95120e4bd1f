import type { Banner } from '../../contract/values.ts';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import { StatusGlyph } from './statusGlyph.tsx';

const shapes = { danger: 'failed', warn: 'attention', accent: 'finished', calm: 'idle' } as const;

type Parts = { banner: Banner; fullWidth?: boolean; alert?: boolean };

/** A bold fact and a plain next step; a refusal and a consent interrupt, the rest is told in passing. */
export function BannerLine({ banner, fullWidth = false, alert = false }: Parts) {
  return (
    <div
      class={fullWidth ? 'banner full-width' : 'banner'}
      data-tone={banner.tone}
      role={alert ? 'alert' : 'status'}
    >
      <StatusGlyph glyph={{ shape: shapes[banner.tone] }} />
      <div>
        <strong>{banner.fact}</strong>
        {banner.next}
        {banner.unlock === undefined ? null : (
          <div class="banner-button">
            <Button onClick={() => bridge.dispatch({ type: 'unlockKeyring' })}>{banner.unlock}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Those above the list. Told apart by their place alone: two of them may say the same. */
export function Banners({ banners }: { banners: Banner[] }) {
  return (
    <>
      {banners.map((banner, index) => (
        <BannerLine key={index} banner={banner} fullWidth />
      ))}
    </>
  );
}
