// Markdown as Teams shows it in cards and bot messages: bold, italic, links and lists. Headings, tables, pictures and
// HTML stay what they are: characters.

interface Token {
  attrSet(name: string, value: string): void;
}
interface Renderer {
  renderToken(tokens: Token[], index: number, options: unknown): string;
  rules: Record<string, (tokens: Token[], index: number, options: unknown) => string>;
}
interface MarkdownIt {
  enable(rules: string[]): MarkdownIt;
  render(text: string): string;
  renderer: Renderer;
}
declare global {
  interface Window {
    markdownit(preset: string, options: { html: boolean; breaks: boolean }): MarkdownIt;
  }
}

const TEAMS_RULES = ['emphasis', 'link', 'list', 'newline', 'escape'];

let renderer: MarkdownIt | undefined;

function teamsMarkdown(): MarkdownIt {
  const made = window.markdownit('zero', { html: false, breaks: true }).enable(TEAMS_RULES);
  made.renderer.rules['link_open'] = (tokens, index, options) => {
    tokens[index]?.attrSet('target', '_blank');
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return made.renderer.renderToken(tokens, index, options);
  };
  return made;
}

/** Safe HTML: everything that is not one of the known marks is escaped. */
export function markdownToHtml(text: string): string {
  renderer ??= teamsMarkdown();
  return renderer.render(text);
}

/** Draws `<at>Name</at>` as a mention for the names a card declares; the html is escaped already. */
export function drawMentions(html: string, names: readonly string[]): string {
  return html.replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, (whole, name: string) =>
    names.includes(name) ? `<span class="mention">${name}</span>` : whole,
  );
}
