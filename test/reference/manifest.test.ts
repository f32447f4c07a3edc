// The Teams manifest and the project files against Microsoft's published schemas, where copies of those lie beside the
// checkout. What the schemas do not say is asserted in test/teamsapp.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import { parse } from 'yaml';
import { readText, repositoryRoot, withValues } from '../teamsapp/repository-files';

const schemas = path.join(repositoryRoot, '..', 'shared', 'reference', 'schemas');
const manifestSchema = path.join(schemas, 'teams-manifest-1.30.schema.json');
const projectFileSchema = path.join(schemas, 'm365agents-yaml-1.13.schema.json');
const LENIENT = { strict: false, validateFormats: false, allErrors: true };

const INSTALLATION = {
  TEAMS_APP_ID: '11111111-2222-3333-4444-555555555555',
  BOT_ID: '66666666-7777-8888-9999-000000000000',
  APP_NAME_SUFFIX: '-dev',
  DEVELOPER_NAME: 'Contoso Security',
  DEVELOPER_WEBSITE_URL: 'https://contoso.com/insider-risk-alerts',
  DEVELOPER_PRIVACY_URL: 'https://contoso.com/insider-risk-alerts/privacy',
  DEVELOPER_TERMS_URL: 'https://contoso.com/insider-risk-alerts/terms',
};

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as object;
const faultsOf = (validate: ValidateFunction, data: unknown) => {
  validate(data);
  return (validate.errors ?? []).map((fault) => `${fault.instancePath} ${fault.message ?? ''}`);
};

if (existsSync(manifestSchema) && existsSync(projectFileSchema)) {
  describe('the manifest of an installation', () => {
    const validate = new AjvDraft04(LENIENT).compile(readJson(manifestSchema));
    const filled = withValues(readText('teamsapp/manifest.json'), INSTALLATION);

    it('is valid in the version that it declares', () => {
      const manifest = JSON.parse(filled) as { manifestVersion: string; $schema: string };
      expect(faultsOf(validate, manifest)).toEqual([]);
      expect(manifest.manifestVersion).toBe('1.30');
      expect(manifest.$schema).toContain('/v1.30/');
    });

    it('would be refused with a placeholder left in it', () => {
      expect(faultsOf(validate, JSON.parse(readText('teamsapp/manifest.json')))).not.toEqual([]);
    });
  });

  describe.each(['teamsapp.yml', 'teamsapp.local.yml'])('%s', (name) => {
    const validate = new Ajv(LENIENT).compile(readJson(projectFileSchema));

    it('is valid in the version that it declares', () => {
      const project = parse(readText(name)) as { version: string };
      expect(faultsOf(validate, project)).toEqual([]);
      expect(project.version).toBe('v1.13');
    });

    it('would be refused with a step that does not exist', () => {
      const project = parse(readText(name)) as { provision: { uses: string }[] };
      project.provision.push({ uses: 'teamsApp/createEverything' });
      expect(faultsOf(validate, project)).not.toEqual([]);
    });
  });
} else {
  it('compares nothing: the published schemas are not beside this checkout', () => {
    process.stdout.write(
      `The manifest and project file schemas are not at ${path.relative(repositoryRoot, schemas)}.\n`,
    );
    expect(existsSync(manifestSchema) && existsSync(projectFileSchema)).toBe(false);
  });
}
