import { expect, test } from 'vitest';
import { contentSecurityPolicy, pageOrigin, pageUrl as address } from '../../src/main/window/protocol.ts';
import { expectNothing } from './expectNothing.ts';
import { useWatched } from './useScene.ts';

// What a script in the page of the built application might try, and where it gets with that: nowhere.

const watched = useWatched();

test('4: the policy comes with every file, and stops scripts, markup, pictures, styles and requests', async () => {
  const { stranger } = watched();
  const here = await watched().application.page();
  const answer = await here.reload();
  expect(answer?.headers()).toMatchObject({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  const found = await here.evaluate(async (elsewhere) => {
    const violations = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.add(event.effectiveDirective);
      arrived();
    });
    let arrived = (): void => undefined;
    const attempt = async (what: () => unknown): Promise<string> => {
      try {
        await what();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const add = (name: string, parts: Record<string, string>): void => {
      const element = document.createElement(name);
      try {
        for (const [key, value] of Object.entries(parts)) element.setAttribute(key, value);
      } catch {
        violations.add('refused');
      }
      document.body.append(element);
      element.remove();
    };
    const socket = elsewhere.replace('http', 'ws');
    const outcomes = {
      timer: await attempt(() => Reflect.apply(setTimeout, window, ['document.title = "taken"', 0])),
      markup: await attempt(() => (document.body.innerHTML = '<b>x</b>')),
      fetch: await attempt(async () => fetch(elsewhere)),
      socket: await attempt(() => new WebSocket(socket)),
      worker: await attempt(() => new Worker('blob:x')),
      wasm: await attempt(async () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
    };
    add('img', { src: `${elsewhere}/image.png` });
    add('link', { rel: 'stylesheet', href: `${elsewhere}/style.css` });
    add('iframe', { src: elsewhere });
    add('object', { data: elsewhere });
    add('video', { src: `${elsewhere}/film` });
    add('link', { rel: 'manifest', href: `${elsewhere}/manifest` });
    add('base', { href: elsewhere });
    navigator.sendBeacon(elsewhere);
    const wanted = ['connect-src', 'img-src', 'style-src-elem', 'frame-src', 'require-trusted-types-for'];
    await new Promise<void>((done) => {
      arrived = () => wanted.every((name) => violations.has(name)) && done();
      arrived();
    });
    return { outcomes, violations: [...violations], title: document.title, base: document.baseURI };
  }, stranger.origin);
  expect(found.outcomes).toMatchObject({
    timer: expect.not.stringMatching('^done$'),
    markup: 'TypeError',
    fetch: 'TypeError',
    worker: expect.not.stringMatching('^done$'),
    wasm: 'CompileError',
  });
  expect(found.title).toBe('Keepwatch');
  expect(found.base.split('#')[0]).toBe(address);
  await expectNothing(watched());
});

test('4: a script that stands in the markup, or comes from elsewhere, does not run', async () => {
  const { application, stranger } = watched();
  const here = await watched().application.page();
  // Said by the main process: Playwright's own scripts may do what the policy forbids.
  const evaluated = await application.electron.evaluate(async ({ webContents }, source) => {
    const [contents] = webContents.getAllWebContents();
    const answer: unknown = await contents?.executeJavaScript(
      `(() => {
        const attempt = (what) => { try { what(); return 'done'; } catch ({ name }) { return name; } };
        const script = (parts) => attempt(() => document.body.append(Object.assign(document.createElement('script'), parts)));
        const click = () => { document.body.setAttribute('onclick', 'document.title = "taken"'); document.body.click(); };
        script({ textContent: 'document.title = "taken"' });
        script({ src: ${JSON.stringify(source)} });
        script({ src: ${JSON.stringify(source)}, type: 'module' });
        return [attempt(() => (0, eval)('1')), attempt(() => new Function('return 1')), attempt(click)];
      })()`,
      true,
    );
    return answer;
  }, `${stranger.origin}/taken.js`);
  expect(evaluated).toEqual(['EvalError', 'EvalError', expect.any(String)]);
  expect(await here.title()).toBe('Keepwatch');
  await expectNothing(watched());
});

test('5: the page goes nowhere: not by script, link, form, refresh, history or drop', async () => {
  const { stranger } = watched();
  const here = await watched().application.page();
  const proxyResolver = [
    (to: string) => (location.href = to),
    (to: string) => location.replace(to),
    (to: string) => location.assign(to),
    (to: string) => {
      const link = Object.assign(document.createElement('a'), { href: to });
      document.body.append(link);
      link.click();
      link.remove();
    },
    (to: string) => {
      const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    (to: string) => {
      const refresh = document.createElement('meta');
      refresh.setAttribute('http-equiv', 'refresh');
      refresh.content = `0;url=${to}`;
      document.head.append(refresh);
      refresh.remove();
    },
    (to: string) => {
      const data = new DataTransfer();
      data.setData('text/uri-list', to);
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }),
        );
    },
    (to: string) => window.open(to, '_self'),
    () => history.back(),
  ];
  for (const way of proxyResolver) {
    for (const to of [`${stranger.origin}/away`, 'file:///etc/passwd', `${pageOrigin}/window.js`])
      await here.evaluate(way, to).catch(() => undefined);
    await expectNothing(watched());
  }
});

test('5: an empty page, which nothing can refuse, gives way to one that leads back', async () => {
  const { application } = watched();
  const here = await watched().application.page();
  await here.evaluate(() => (location.href = 'about:blank')).catch(() => undefined);
  await here.getByRole('alert').getByText('This window stopped working').waitFor();
  expect(await here.evaluate(() => typeof window.keepwatch.hello)).toBe('function');
  await here.getByRole('link', { name: 'Reload window' }).click();
  await here.getByRole('list', { name: 'Portals' }).waitFor();
  expect(application.openPages()).toHaveLength(1);
  await expectNothing(watched());
});

test('6: the page opens nothing: no window, no browser, no webview', async () => {
  const { stranger } = watched();
  const here = await watched().application.page();
  const opened = await here.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to, target: '_blank', rel: 'opener' });
    document.body.append(link, document.createElement('webview'));
    link.click();
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true }));
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1 }));
    link.remove();
    const view = document.querySelector('webview');
    view?.setAttribute('src', to);
    const kind = view?.constructor.name;
    view?.remove();
    return [window.open(to), window.open('about:blank'), kind];
  }, `${stranger.origin}/opened`);
  expect(opened).toEqual([null, null, 'HTMLElement']);
  await expectNothing(watched());
});
