// What the demo prints once everything runs: one address to open and five things to try.

/** Plain text for a terminal. */
export function demoWords(url: string, channelId: string): string {
  return `
The bot is running against the sample tenant Contoso. Open

    ${url}/teams?channel=${encodeURIComponent(channelId)}

A new alert arrives in a moment, then one every ninety seconds. Five things to try:

  1. As the analyst, press Start on the newest card, then Assign to me.
  2. Press Resolve…, choose a classification, read what Purview will make of it, and resolve. Then Reopen.
  3. Switch "You are" to "No role" and press Assign to me: the refusal is shown to that person alone.
  4. Open the Defender queue (${url}/portal), change an alert there, and watch its card follow.
  5. Ask the bot: "@IRM Alerts how many confidential files went to mail.google.com in the last 7 days?", then in that
     thread "who?" or "by day". It also takes "my queue", "show 1000", "resolve 1000 as false positive" and "help".

Ctrl-C stops everything.
`;
}
