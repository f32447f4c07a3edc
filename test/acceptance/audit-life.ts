// Two lives of the real program that leave a line of every kind in its audit, with a backup taken between them.
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Person } from '../../src/emulator/entities';
import { personalConversationId } from '../../src/emulator/teams/conversation-book';
import type { ReachedStore } from './audit-stores';
import { eventually } from './bot-process';
import { runAudit, type AuditRun } from './run-audit';
import { Stage } from './stage';

export const HUNT = 'how many confidential files went to mail.google.com in the last 7 days?';

export const namedHunt = (whom: Person) => `how many files did ${whom.userPrincipalName} upload in the last 7 days?`;

/** What the bot has said to this person alone, as JSON. */
export async function saidInPersonal(stage: Stage, person: Person): Promise<string> {
  const conversationId = personalConversationId(stage.emulator.world.tenant, person);
  return JSON.stringify(await stage.threads(person, conversationId));
}

/** Somebody asks in their own chat with the bot; resolves with everything that stands there once it answered. */
export async function askInPersonal(stage: Stage, person: Person, text: string, answer: RegExp): Promise<string> {
  const conversationId = personalConversationId(stage.emulator.world.tenant, person);
  await stage.api('POST', '/teams/api/install', { as: person.id, scope: 'personal' });
  await stage.api('POST', '/teams/api/messages', { as: person.id, conversationId, text });
  let said = '';
  await eventually(
    () => `an answer like ${answer.source}; there stands ${said}`,
    async () => answer.test((said = await saidInPersonal(stage, person))),
  );
  return said;
}

export class AuditLife {
  /** Head of the first life, sealed. */
  olderHead = '';
  readonly anchorFile: string;
  readonly backupDir: string;

  private constructor(
    readonly stage: Stage,
    readonly store: ReachedStore,
    private readonly directory: string,
  ) {
    this.anchorFile = path.join(directory, 'anchors.jsonl');
    this.backupDir = path.join(directory, 'backup');
  }

  static async live(store: ReachedStore): Promise<AuditLife> {
    const directory = mkdtempSync(path.join(tmpdir(), 'irm-audit-'));
    await store.prepare();
    const env = { ...store.env, AUDIT_ANCHOR_FILE: path.join(directory, 'anchors.jsonl') };
    const life = new AuditLife(await Stage.open({ env }), store, directory);
    await life.firstLife();
    await life.secondLife();
    return life;
  }

  get env(): Record<string, string> {
    return this.stage.bot.env;
  }

  verify(...more: string[]): Promise<AuditRun> {
    return runAudit(this.env, 'verify', ...more);
  }

  /** Verifies a damaged store and undoes the damage. */
  async afterDamage(...statements: string[]): Promise<AuditRun> {
    await this.store.run(this.stage.dataDir, ...statements);
    try {
      return await runAudit({ ...this.env, AUDIT_ANCHOR_FILE: '' }, 'verify');
    } finally {
      await this.store.restore(this.stage.dataDir);
    }
  }

  value(query: string): Promise<unknown> {
    return this.store.value(this.stage.dataDir, query);
  }

  async close(): Promise<void> {
    await this.stage.close();
    await this.store.remove();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** A refusal and a change. */
  private async firstLife(): Promise<void> {
    const { stage } = this;
    const { number } = await stage.raiseWithCard();
    const analyst = stage.person('analyst');
    const { message, card } = await stage.cardOf(number, analyst);
    const press = { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') };
    await stage.press(stage.person('none'), message.id, press);
    await stage.press(analyst, message.id, press);
    await stage.bot.end('SIGTERM');
    this.olderHead = String(await this.value('select sealed_head from audit_heads'));
    cpSync(stage.dataDir, this.backupDir, { recursive: true });
    chmodSync(this.backupDir, 0o700);
  }

  /** A made-up reference, a hunt, and a hunt that names somebody; under one more setting. */
  private async secondLife(): Promise<void> {
    const { stage } = this;
    stage.bot.env.AUDIT_ANCHOR_CHANNEL = stage.channelId;
    await stage.bot.start();
    const { message, card } = await stage.cardOf((await stage.raiseWithCard()).number);
    const data = { ...stage.buttonData(card, 'alert.start'), cardRef: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
    await stage.press(stage.person('analyst'), message.id, { verb: 'alert.start', data });
    await stage.say(stage.person('analyst'), HUNT);
    await eventually('the figure', async () => JSON.stringify(await stage.threads()).includes('54 Confidential files'));
    const whom = stage.person('none', 1);
    await askInPersonal(stage, stage.person('investigator'), namedHunt(whom), /Query/);
    await stage.bot.end('SIGTERM');
    await this.store.keep(stage.dataDir);
  }
}
