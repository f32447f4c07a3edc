// Start and signals. Configuration faults end the process with 78, a failed start with 1, a stop with 0.
import { existsSync } from 'node:fs';
import { createApp } from './app';
import { EXIT_CONFIG, readConfig } from './config';
import { faultKind, isBotError } from './domain/errors';

const STOP_WITHIN_MS = 9_500;

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig();
  if ('faults' in read) {
    for (const { variable, problem, origin } of read.faults) {
      process.stderr.write(`configuration: ${variable} ${problem} (${origin})\n`);
    }
    process.exit(EXIT_CONFIG);
  }
  const app = await createApp(read.config);
  const stop = () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void app.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // What nobody caught may name people: its kind is logged, never its text.
  process.on('unhandledRejection', (reason) => {
    app.logger.error('a promise was left alone', { detail: faultKind(reason) });
  });
  process.on('uncaughtException', (error) => {
    app.logger.error('an unforeseen fault ends the process', { detail: faultKind(error) });
    process.exit(1);
  });
  await app.start();
}

main().catch((error: unknown) => {
  // The bot's own refusals say what to do; a library's message may hold a value of a row, or a name.
  process.stderr.write(`start failed: ${isBotError(error) ? error.message : faultKind(error)}\n`);
  process.exit(1);
});
