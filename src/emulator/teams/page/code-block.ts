// A block of code as Teams draws it: numbered lines of one width, here wrapped rather than scrolled.
import { element } from './element.js';
import { figure, text } from './chart-facts.js';
import type { CardJson } from './view-shapes.js';

export function codeBlock(block: CardJson): HTMLElement {
  const first = figure(block['startLineNumber']) ?? 1;
  const lines = text(block['codeSnippet']).replace(/\n$/, '').split('\n');
  const rows = lines.map((line) => element('li', {}, element('code', {}, line)));
  const list = element('ol', { start: String(first) }, ...rows);
  list.style.setProperty('--first-line', String(first - 1));
  const language = text(block['language']) || 'PlainText';
  return element('div', { class: 'code-block', role: 'group', 'aria-label': `Code, ${language}` }, list);
}
