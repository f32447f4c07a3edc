// Where one writes: Enter sends, Shift+Enter breaks the line, and "@" offers the bot.
import { button, element } from './element.js';

export interface ComposerOptions {
  label: string;
  botName: string;
  /** In a channel the bot hears only what mentions it. */
  needsMention: boolean;
  send(text: string, mentionBot: boolean): void;
}

export interface Composer {
  element: HTMLElement;
  focus(): void;
}

const LONGEST_TEXT = '28000';

/** Takes the bot's mention out of what was typed. */
export function splitMention(typed: string, botName: string): { text: string; mentionBot: boolean } {
  const token = `@${botName}`;
  const mentionBot = typed.includes(token);
  return {
    text: typed
      .replace(token, ' ')
      .replace(/[ \t]+/g, ' ')
      .trim(),
    mentionBot,
  };
}

/** An "@" just typed, at the beginning or after a space. */
function asksForMention(area: HTMLTextAreaElement): boolean {
  return /(^|\s)@$/.test(area.value.slice(0, area.selectionStart));
}

function insertMention(area: HTMLTextAreaElement, botName: string): void {
  const start = area.selectionStart;
  const before = area.value.slice(0, start).replace(/@$/, '');
  const after = area.value.slice(start).trimStart();
  const lead = before === '' || /\s$/.test(before) ? before : `${before} `;
  area.value = `${lead}@${botName} ${after}`;
  const caret = lead.length + botName.length + 2;
  area.setSelectionRange(caret, caret);
  area.focus();
}

function suggestionFor(botName: string, take: () => void): HTMLElement {
  const option = button(botName, take, { class: 'suggestion', role: 'option', 'aria-selected': 'true' });
  return element('div', { class: 'suggestions', role: 'listbox', 'aria-label': 'Mention', hidden: true }, option);
}

/** A form with its own text area, mention and send buttons. */
export function createComposer(options: ComposerOptions): Composer {
  const { label, botName, needsMention } = options;
  const area = element('textarea', { rows: '1', 'aria-label': label, placeholder: label, maxlength: LONGEST_TEXT });
  const hint = element('p', { class: 'hint', 'aria-live': 'polite' });
  const mention = () => {
    insertMention(area, botName);
    redraw();
  };
  const suggestions = suggestionFor(botName, mention);
  const at = button('@', mention, { class: 'at', title: `Mention ${botName}`, 'aria-label': `Mention ${botName}` });
  const send = element('button', { type: 'submit', class: 'send' }, 'Send');
  const row = element('div', { class: 'composer-row' }, area, needsMention && at, send);
  const form = element('form', { class: 'composer' }, suggestions, row, hint);

  function redraw(): void {
    suggestions.hidden = !asksForMention(area);
    const silent = needsMention && area.value.trim() !== '' && !splitMention(area.value, botName).mentionBot;
    hint.textContent = silent ? `${botName} hears only messages that mention it.` : '';
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }

  function submit(): void {
    const { text, mentionBot } = splitMention(area.value, botName);
    if (text === '' && !mentionBot) return;
    options.send(text, mentionBot);
    area.value = '';
    redraw();
  }

  area.addEventListener('input', redraw);
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') suggestions.hidden = true;
    const takes = (event.key === 'Enter' || event.key === 'Tab') && !suggestions.hidden;
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (!takes && !sends) return;
    event.preventDefault();
    if (takes) mention();
    else submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  return { element: form, focus: () => area.focus() };
}
