import { describePeopleBookContract } from './people-book';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describePeopleBookContract(kind);
