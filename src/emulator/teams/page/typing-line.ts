// "… is typing": shown while the bot says so, and gone by itself when it says no more.

/** A client shows one typing activity for about so long. */
export const TYPING_SHOWN_MS = 6_000;

export class TypingLine {
  private timer: number | undefined;

  constructor(private readonly line: HTMLElement) {}

  begin(name: string): void {
    this.line.textContent = `${name} is typing…`;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.end(), TYPING_SHOWN_MS);
  }

  end(): void {
    window.clearTimeout(this.timer);
    this.line.textContent = '';
  }
}
