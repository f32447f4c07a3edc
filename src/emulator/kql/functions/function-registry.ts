// Every scalar function that is executed, by name.
import { ARRAY_FUNCTIONS } from './array-functions';
import { BAG_FUNCTIONS } from './bag-functions';
import { CONDITION_FUNCTIONS } from './condition-functions';
import { CONVERT_FUNCTIONS } from './convert-functions';
import { ENCODING_FUNCTIONS } from './encoding-functions';
import { NUMBER_FUNCTIONS } from './number-functions';
import { REGEX_FUNCTIONS } from './regex-functions';
import type { ScalarFunctions } from './scalar-function';
import { TEXT_FUNCTIONS } from './text-functions';
import { TIME_FORMAT_FUNCTIONS } from './time-format';
import { TIME_FUNCTIONS } from './time-functions';

export const SCALAR_FUNCTIONS: ScalarFunctions = {
  ...TEXT_FUNCTIONS,
  ...REGEX_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...CONDITION_FUNCTIONS,
  ...CONVERT_FUNCTIONS,
  ...TIME_FUNCTIONS,
  ...TIME_FORMAT_FUNCTIONS,
  ...ARRAY_FUNCTIONS,
  ...BAG_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
};
