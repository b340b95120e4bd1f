import type { Page } from 'playwright';

/** What does not fit: what is wider than its place, text that is cut or lies outside, and texts upon each other. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const told = (element: Element | null): string =>
      `${element?.tagName.toLowerCase()}.${element?.className} "${element?.textContent?.slice(0, 40)}"`;
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);

    for (const element of document.body.querySelectorAll<HTMLElement>(
      '*:not(svg, svg *, input, .visually-hidden)',
    )) {
      const wide = element.clientWidth > 0 && element.scrollWidth > element.clientWidth;
      if (wide) found.push(`${told(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
      const hides =
        getComputedStyle(element).overflowY === 'hidden' && !element.matches('.name, .visually-hidden *');
      const high = hides && element.scrollHeight > element.clientHeight;
      if (high) found.push(`${told(element)} is ${element.scrollHeight} high in ${element.clientHeight}`);
    }

    const boxes: Array<{ box: DOMRect; element: Element | null }> = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (element?.closest('.visually-hidden, select') || texts.currentNode.textContent?.trim() === '')
        continue;
      const range = document.createRange();
      range.selectNode(texts.currentNode);
      // A name may take two lines; what it has more is behind its ellipsis.
      const end = element?.closest('.name')?.getBoundingClientRect().bottom ?? Infinity;
      for (const box of range.getClientRects()) {
        if (box.top >= end - 2) continue;
        const outside = box.left < -0.5 || box.right > clientWidth + 0.5;
        if (outside) found.push(`${told(element)} reaches from ${box.left} to ${box.right}`);
        boxes.push({ box, element });
      }
    }
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const pinned = one.element?.closest('header, footer') !== other.element?.closest('header, footer');
        const same = one.element === other.element;
        if (across > 1 && down > 3 && !pinned && !same)
          found.push(`${told(one.element)} lies upon ${told(other.element)}`);
      }
    }
    return [...new Set(found)];
  });
}

export const sizes = [
  { width: 400, height: 560 },
  { width: 320, height: 480 },
  // The window of 400 × 560 at 200 %.
  { width: 200, height: 280 },
];
