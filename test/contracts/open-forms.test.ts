import { describeOpenFormsContract } from './open-forms';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeOpenFormsContract(kind);
