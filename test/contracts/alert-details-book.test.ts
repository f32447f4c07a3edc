import { describeAlertDetailsContract } from './alert-details-book';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeAlertDetailsContract(kind);
