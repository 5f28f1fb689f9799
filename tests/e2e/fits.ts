/** What a screen must never do at any size or in any language: run out of the window, cut words off, tear them apart, or show a missing text. */
import type { Page } from 'playwright-core';

/** Everything that is wrong on what is shown now, in words. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    if (document.documentElement.scrollWidth > window.innerWidth) found.add('the page scrolls sideways');
    const missing = document.body.innerText.match(/\b(ui|report|order|reject|rule|word)\.[a-z-]+\.[a-z-]+/);
    if (missing !== null) found.add(`missing text: ${missing[0]}`);
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element): CSSStyleDeclaration => {
      const style = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, style);
      return style;
    };
    // Words that a line's end tore apart.
    const torn = (node: Node, range: Range): string[] =>
      [...(node.textContent ?? '').matchAll(/\p{Script=Latin}{6,}/gu)].flatMap(({ 0: word, index }) => {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [word] : [];
      });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !node.textContent?.trim() || parent.closest('svg, select, script, style') !== null) continue;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
      const outside = boxes.length > 0 && (right > window.innerWidth + 1 || left < -1);
      // Codes and addresses may break anywhere; lines of the report are hyphenated.
      if (styleOf(parent).overflowWrap !== 'anywhere') for (const word of torn(node, range)) found.add(`torn apart: ${word}`);
      for (let one: Element | null = parent; one !== null && boxes.length > 0; one = one.parentElement) {
        const { overflowX, clipPath, textOverflow } = styleOf(one);
        // Words for the ear alone, words that may be scrolled to, and words that end in dots on purpose.
        if (clipPath !== 'none' || overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis') break;
        const box = one.getBoundingClientRect();
        const keeps = one.tagName === 'BUTTON' || overflowX === 'hidden' || overflowX === 'clip';
        if (keeps && (right > box.right + 1 || left < box.left - 1)) {
          found.add(`cut off by ${one.tagName.toLowerCase()}.${one.className}: ${node.textContent.slice(0, 60)}`);
          break;
        }
        if (one === document.body && outside) found.add(`outside the window: ${node.textContent.slice(0, 60)}`);
      }
    }
    return [...found];
  });

/** Whether Ready can be pressed without scrolling. */
export async function readyInSight(page: Page): Promise<boolean> {
  const box = await page.getByTestId('ready-button').boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0);
}
