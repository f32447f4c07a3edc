// Validates every drawn card against published card schemas, where a copy of them lies beside the checkout.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { asOldClient, objectsIn, type CardObject } from '../cards/card-walk';
import { everyCard } from '../cards/every-card';

const schemas = path.resolve(process.cwd(), '..', 'shared', 'reference', 'schemas');
const beside = existsSync(schemas);

const read = (name: string): CardObject => JSON.parse(readFileSync(path.join(schemas, name), 'utf8'));

interface Catalogue {
  types: Record<string, string | string[]>;
  interfaces: Record<string, Record<string, { optional?: boolean }>>;
}

/** Members that a typed object may not have, and members that it lacks. */
function misfits(object: CardObject, { types, interfaces }: Catalogue): string[] {
  const named = types[String(object['type'])];
  const properties = typeof named === 'string' ? interfaces[named] : undefined;
  if (properties === undefined) return [`unknown type ${String(object['type'])}`];
  const strange = Object.keys(object).filter((key) => !(key in properties));
  const lacking = Object.keys(properties).filter((key) => properties[key]?.optional !== true && !(key in object));
  return [
    ...strange.map((key) => `${object['type']}.${key} is unknown`),
    ...lacking.map((key) => `${object['type']}.${key} is missing`),
  ];
}

function extendedSchema(): ValidateFunction {
  return new Ajv({ strict: false, validateFormats: false }).compile(read('teams-adaptive-card-extended.schema.json'));
}

/** The strict schema of 1.5, which knows none of Teams' own additions. */
function strictSchema(): ValidateFunction {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  const { id: _id, ...schema } = read('adaptive-card-1.5.0.schema.json');
  return ajv.compile(schema);
}

function problems(validate: ValidateFunction, card: object): string[] {
  if (validate(card)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

if (beside) {
  const extended = extendedSchema();
  const strict = strictSchema();
  const catalogue = read('teams-card-elements-2.1.0.json') as CardObject & Catalogue;

  describe.each(everyCard('Adele Vance **x** [y](https://evil.example)'))('%s', (_name, card) => {
    test('is valid by the schema of Teams', () => {
      expect(problems(extended, card)).toEqual([]);
    });

    test('is valid by the strict schema of version 1.5', () => {
      const { msteams: _teamsOnly, ...plain } = asOldClient(card);
      expect(problems(strict, plain)).toEqual([]);
    });

    test('has only members that its elements know, and all that they need', () => {
      const typed = objectsIn(card).filter((object) => 'type' in object);
      expect(typed.flatMap((object) => misfits(object, catalogue))).toEqual([]);
    });
  });

  test('the checks see what is wrong with a card', () => {
    const wrong = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', txet: 'x' }, { type: 'Nothing' }],
    };
    expect(problems(extended, wrong)).not.toEqual([]);
    expect(problems(strict, wrong)).not.toEqual([]);
    expect(objectsIn(wrong).flatMap((object) => misfits(object, catalogue))).toEqual([
      'TextBlock.txet is unknown',
      'TextBlock.text is missing',
      'unknown type Nothing',
    ]);
  });
} else {
  test('no published card schemas lie beside this checkout, so that only the client’s own parser judged the cards', () => {
    expect(beside).toBe(false);
  });
}
