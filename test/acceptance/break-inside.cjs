// Loaded into the real process beside the program: leaves a promise alone, or throws, when a signal says so, with
// people in every text that an error has.
const name = 'Vyxqandra Vyxqholm';

function fault() {
  const error = new TypeError(`${name} (vyxqandra@fabrikam.example) could not be read`);
  return Object.assign(error, { name, code: name, detail: name, cause: new Error(name), table: name });
}

process.on('SIGUSR2', () => void Promise.reject(fault()));
process.on('SIGHUP', () => {
  setImmediate(() => {
    throw fault();
  });
});
