// No newer syntax than ES2015 here: a Node too old for the rest must still be able to read this file.

const oldest = { major: 20, minor: 19 };

/**
 * What is wrong with this Node version, in one line, or undefined.
 * @param {string} version such as `20.19.0`
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  return `Mailwire needs Node ${oldest.major}.${oldest.minor} or newer; this is ${version}.`;
}

/**
 * Runs a script of this folder, or says in one line why it cannot.
 * @param {string} script
 */
export function runOnNewNode(script) {
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) {
    console.error(problem);
    process.exit(1);
  }
  import(script).catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
