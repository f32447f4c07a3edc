// Reads text as a generous client would: markdown, HTML and bare addresses all live.

interface Renderer {
  render(text: string): string;
}

const MarkdownIt = require('markdown-it') as new (options: { html: boolean; linkify: boolean }) => Renderer;
const generous = new MarkdownIt({ html: true, linkify: true });

const HARMLESS = /^<\/?(p|ul|li|ol)>$|^<a href="mailto:[^"]*">$|^<\/a>$|^<br>$/;

/** The tags that a text becomes, except paragraphs, plain lists and mail addresses. Empty = it stays text. */
export function tagsIn(text: string): string[] {
  return (generous.render(text).match(/<[^>]*>/g) ?? []).filter((tag) => !HARMLESS.test(tag));
}
