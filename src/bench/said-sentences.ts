// What the reading rows read: sentences of every kind, and texts that try to make reading expensive.

export const SAID: readonly string[] = [
  'help',
  'what may I do',
  'show me open high severity alerts',
  'anything new since yesterday?',
  "what's on Megan Bowen's plate?",
  'unassigned alerts, medium and up, oldest first',
  'show alert 1042',
  'who owns 1042?',
  'resolve #1042 as a false positive, not malicious',
  'could you please assign 1042 to Megan Bowen?',
  'comment on 1042: "spoke with HR, leaver on 31 March"',
  'do not close 1042 unless HR agrees',
  'how many confidential files went to mail.google.com in the last 7 days?',
  'who copied the most to USB last week?',
  'top 5 domains by uploads this month compared to before',
  'what did alex.wilber@contoso.com do around alert 1042',
  'uploads from the Finance department between 1 and 5 March',
  'exfiltartion by departement yestreday',
  'how fast did we resolve alerts last month',
  'open incidents since Monday',
  'send high and medium alerts to this channel',
  'post the exfiltration summary here every Monday at 9',
  'is everything set up right?',
  'please tell the kitchen that lunch was wonderful',
];

const filled = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Each part repeated to so many characters. */
export function hostileTexts(length: number): string[] {
  const unknownWords = Array.from({ length: 300 }, (_, n) => `qz${n.toString(26).replace(/\d/g, 'x')}wvt`).join(' ');
  const parts = [
    'a',
    '"',
    '<at>',
    'a-',
    'x@y.',
    '-/:',
    'alerts since ',
    '1-5 March ',
    'on the ',
    'for Alex and ',
    'department a and ',
    'every monday, ',
    'vs last week ',
    'top 5 by user and ',
    'resolve 1042 ',
    `${unknownWords} `,
  ];
  return parts.map((part) => filled(part, length));
}
