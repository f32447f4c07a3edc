// The Agents Toolkit's project files: what each stage does and in which order, and that every variable has its place.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { placeholdersIn, readText, repositoryRoot, valuesIn } from './repository-files';

interface Step {
  uses: string;
  with: Record<string, unknown>;
  writeToEnvironmentFile?: Record<string, string>;
}

interface Lifecycle {
  version: string;
  environmentFolderPath: string;
  provision: Step[];
  deploy: Step[];
  publish?: Step[];
}

const SET_BY_TOOLKIT = ['TEAMSFX_ENV'];
const azure = parse(readText('teamsapp.yml')) as Lifecycle;
const local = parse(readText('teamsapp.local.yml')) as Lifecycle;
const actions = (steps: Step[] | undefined) => (steps ?? []).map((step) => step.uses);
const stepOf = (steps: Step[], uses: string) => steps.find((step) => step.uses === uses);
const packaging = ['teamsApp/zipAppPackage', 'teamsApp/validateAppPackage', 'teamsApp/update'];

describe('an installation in Azure', () => {
  it('is provisioned by registering the app, making the resources and uploading a validated package', () => {
    expect(actions(azure.provision)).toEqual(['teamsApp/create', 'arm/deploy', ...packaging]);
  });

  it('is deployed from a clean install that runs no package script, built, and without development packages', () => {
    expect(actions(azure.deploy)).toEqual([...Array<string>(3).fill('cli/runNpmCommand'), 'azureAppService/zipDeploy']);
    const npm = azure.deploy.slice(0, 3).map((step) => String(step.with['args']));
    expect(npm[0]).toMatch(/^ci .*--ignore-scripts/);
    expect(npm[1]).toBe('run build');
    expect(npm[2]).toMatch(/^prune --omit=dev --ignore-scripts/);
  });

  it('brings the binaries of the web app, whatever computer deploys it', () => {
    for (const step of [azure.deploy[0], azure.deploy[2]])
      expect(String(step?.with['args'])).toContain('--os=linux --cpu=x64 --libc=glibc');
  });

  it('is published only after the package was validated', () => {
    expect(actions(azure.publish)).toEqual([...packaging, 'teamsApp/publishAppPackage']);
  });
});

describe("a developer's own registration", () => {
  it('is a single-tenant application with a service principal, without which it could not sign in', () => {
    expect(actions(local.provision)).toEqual(['teamsApp/create', 'aadApp/create', 'botFramework/create', ...packaging]);
    expect(stepOf(local.provision, 'aadApp/create')?.with).toMatchObject({
      generateServicePrincipal: true,
      signInAudience: 'AzureADMyOrg',
    });
  });

  it('hands the bot its registration in .env, which git ignores', () => {
    const file = stepOf(local.deploy, 'file/createOrUpdateEnvironmentFile')?.with;
    expect(file).toMatchObject({ target: './.env', envs: { BOT_TYPE: 'SingleTenant' } });
    expect(readText('.gitignore').split('\n')).toContain('.env');
  });

  it('keeps the client secret under a name that the toolkit never writes to a committed file', () => {
    const written = stepOf(local.provision, 'aadApp/create')?.writeToEnvironmentFile ?? {};
    expect(written['clientSecret']).toMatch(/^SECRET_/);
    expect(readText('.gitignore').split('\n')).toContain('env/.env.*.user');
  });
});

describe.each([
  ['teamsapp.yml', azure, 'env/.env.dev', ['teamsapp/manifest.json', 'infra/azure.parameters.json']],
  ['teamsapp.local.yml', local, 'env/.env.local', ['teamsapp/manifest.json']],
] as const)('%s', (name, lifecycle, template, readWithIt) => {
  const environment = readText(template);

  it('finds every file that it names', () => {
    const files = [...readText(name).matchAll(/(?:manifestPath|path|parameters|ignoreFile): (\S+)/g)].map(
      (hit) => hit[1],
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(path.join(repositoryRoot, file ?? ''))).toBe(true);
    expect(path.normalize(lifecycle.environmentFolderPath)).toBe(path.dirname(template));
  });

  it('names no variable that its environment template leaves out', () => {
    const used = [name, ...readWithIt].flatMap((file) => placeholdersIn(readText(file)));
    const unexplained = used.filter((each) => !SET_BY_TOOLKIT.includes(each) && !mentions(environment, each));
    expect(unexplained).toEqual([]);
  });

  it('writes only variables that its environment template lists', () => {
    const written = lifecycle.provision.flatMap((step) => Object.values(step.writeToEnvironmentFile ?? {}));
    expect(written.filter((each) => !mentions(environment, each))).toEqual([]);
  });

  it('has a template without a secret and without the ids of anybody', () => {
    const values = valuesIn(environment);
    expect([...values.keys()].filter((each) => each.startsWith('SECRET_'))).toEqual([]);
    expect([...values.values()].filter((value) => /[0-9a-f]{8}-|:\/\//i.test(value))).toEqual([]);
  });
});

/** True when the text holds the name as a whole word, in a line of its own or in a comment. */
function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
