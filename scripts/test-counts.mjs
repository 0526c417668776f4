/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

/**
 * What Vitest's JSON report says. A test that did not run has not passed, and neither has a file that could not
 * be loaded or an empty run.
 * @param {{ readonly numPassedTests: number, readonly numTotalTests: number, readonly testResults: readonly
 *   { readonly status: string, readonly assertionResults: readonly unknown[] }[] }} report
 * @returns {Counts}
 */
export const vitestCounts = ({ numPassedTests, numTotalTests, testResults }) => {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = numTotalTests - numPassedTests + broken.length;
  return { passed: numPassedTests, failed: numTotalTests === 0 ? Math.max(failed, 1) : failed };
};

/**
 * What Playwright's JSON report says, by the same rule.
 * @param {{ readonly stats: { readonly expected: number, readonly unexpected: number, readonly flaky: number,
 *   readonly skipped: number }, readonly errors: readonly unknown[] }} report
 * @returns {Counts}
 */
export const playwrightCounts = ({ stats, errors }) => {
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed: stats.expected === 0 ? Math.max(failed, 1) : failed };
};
