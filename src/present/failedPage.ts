import type { Words } from './i18n/i18n.ts';

/**
 * The page that takes the window's place when that cannot be drawn at all. No script is in it, so that there is nothing
 * that could fail again; its one link leads back.
 */
export function failedPage({ language, direction, say }: Words): string {
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
  <head>
    <meta charset="utf-8" />
    <title>${escape(say('label.application'))}</title>
    <link rel="stylesheet" href="./window.css" />
  </head>
  <body>
    <div id="window">
      <main class="screen">
        <div class="middle">
          <div class="welcome" data-tone="warn" role="alert">
            <h1 class="t-title">${escape(say('label.errorTitle'))}</h1>
            <p>${escape(say('label.errorText'))}</p>
            <a class="button main tall" href="./index.html">${escape(say('label.reload'))}</a>
          </div>
        </div>
      </main>
    </div>
  </body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
