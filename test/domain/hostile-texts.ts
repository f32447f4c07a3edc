// Texts that somebody under investigation could choose as a name: each tries to become something else on a card.

export interface HostileText {
  what: string;
  text: string;
}

export const HOSTILE: readonly HostileText[] = [
  { what: 'a markdown link', text: '[Reset your password](https://evil.example/login)' },
  { what: 'an image', text: '![x](https://evil.example/pixel.png)' },
  { what: 'emphasis', text: '**urgent** _now_ ~~never~~ `code`' },
  { what: 'a bare address', text: 'see https://evil.example/?q=1 or www.evil.example or evil.example' },
  { what: 'an address in angles', text: '<https://evil.example>' },
  { what: 'a reference link', text: '[x][1]\n\n[1]: https://evil.example' },
  { what: 'a mention', text: '<at>All</at> <at id="1">Everyone</at>' },
  { what: 'HTML', text: '<img src=x onerror=alert(1)><script>alert(1)</script><b>x</b>' },
  { what: 'entities', text: '&#60;b&#62;x&lt;/b&gt;' },
  { what: 'a list and a heading', text: '# big\n- one\n1. two\n> quote' },
  { what: 'a table', text: '| a | b |\n|---|---|\n| 1 | 2 |' },
  { what: 'a template expression', text: '${$root.cardRef} ${if(true, 1, 2)} $${x}' },
  { what: 'an escaped expression', text: '\\${x} \\\\${y}' },
  { what: 'a date function', text: '{{DATE(2026-11-23T06:08:00Z, SHORT)}} {{TIME(2026-11-23T06:08:00Z)}}' },
  { what: 'more braces', text: '{{{{DATE(2026-11-23T06:08:00Z)}}}}' },
  { what: 'a right-to-left override', text: 'annual\u202Efdp.exe \u2066x\u2069' },
  { what: 'zero-width marks', text: 'Ad\u200Bele\u200D V\uFEFFance\u2060' },
  { what: 'look-alike letters', text: 'Аdеlе Vаnсе (Cyrillic)' },
  { what: 'control characters', text: 'a\u0000b\u001B[31mred\u0007\u009F' },
  { what: 'a NUL before a brace', text: '$\u0000{x}' },
  { what: 'torn surrogates', text: '\ud83d x \ude00' },
  { what: 'tag characters', text: 'x\u{E0049}\u{E0047}' },
  { what: 'line and paragraph separators', text: 'one\u2028two\u2029three' },
  { what: 'quotes and backslashes', text: '"},{"type":"Action.OpenUrl","url":"https://evil.example"},{"x":"\\' },
  { what: 'a letter under many accents', text: `Z${'\u0301\u0322'.repeat(400)}algo` },
  { what: 'a very long word', text: 'x'.repeat(100_000) },
  { what: 'a very long sentence', text: 'many words '.repeat(10_000) },
  { what: 'many flags', text: '🇸🇪'.repeat(500) },
  { what: 'a prototype', text: '__proto__ constructor toString' },
];
