import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../src/core/base/time.ts';
import { newJob, type Envelope } from '../../../src/core/host/spool.ts';
import { gistOf } from '../../../src/core/host/gist.ts';
import { endOf, nextTry, warningAt } from '../../../src/core/mta/retry.ts';
import { statusOf } from '../../../src/core/mta/status.ts';
import { POP, testWorld } from '../../world.ts';
import type { Policy } from '../../../src/core/host/policy.ts';

const hostWith = (policy: Partial<Policy> = {}) => {
  const host = testWorld({ takesMail: true, policy }).hosts[POP];
  if (!host) throw new Error('the test world has a mail server');
  return host;
};
const envelope = (given: Envelope['given'] = {}): Envelope => ({
  reversePath: null,
  given,
  since: 0,
  recipients: [],
});
/** Minutes after which it is tried, all of them in vain. */
function tries(policy: Partial<Policy>, given: Envelope['given'] = {}): readonly number[] {
  const host = hostWith(policy);
  const job = newJob('Q', envelope(given), '', 0);
  const end = endOf(host, job).at;
  const all = [0];
  for (let now = 0; now < end;) {
    now = nextTry(host, job, end, now);
    all.push(now / MINUTE);
  }
  return all;
}

describe('a letter is tried', () => {
  test('twice in its first hour, then every two hours, and when it is given up (RFC 5321 §4.5.4.1)', () => {
    const all = tries({});
    expect(all.slice(0, 5)).toEqual([0, 30, 60, 180, 300]);
    expect(all.at(-1)).toBe(5 * 24 * 60);
    expect(all.slice(1).every((at, i) => at - (all[i] ?? 0) >= 30 || at === all.at(-1))).toBe(true);
  });
  test.each([
    [{ retryAfter: 300, giveUpAfter: 1800 }, {}, [0, 5, 10, 15, 20, 25, 30]],
    [{ giveUpAfter: 3600 }, {}, [0, 30, 60]],
    [{}, { BY: { seconds: 600, mode: 'R', trace: false } }, [0, 10]],
    [{ giveUpAfter: 300 }, { BY: { seconds: 600, mode: 'R', trace: false } }, [0, 5]],
    [{ giveUpAfter: 3600 }, { BY: { seconds: 600, mode: 'N', trace: false } }, [0, 30, 60]],
  ])('%j %j: %j', (policy, given, minutes) => {
    expect(tries(policy, given)).toEqual(minutes);
  });
  test('with its sender being told once', () => {
    const job = newJob('Q', envelope({ BY: { seconds: 60, mode: 'N', trace: false } }), '', 0, 10 * SECOND);
    expect(warningAt(hostWith(), gistOf(job))).toBe(10 * SECOND + 4 * 60 * MINUTE);
    expect(warningAt(hostWith({ warnAfter: 0 }), gistOf(job))).toBe(Infinity);
    expect(warningAt(hostWith(), gistOf({ ...job, warned: true }))).toBe(Infinity);
    expect([gistOf(job).deadline, gistOf({ ...job, late: true }).deadline]).toEqual([MINUTE, Infinity]);
  });
});
test.each([
  ['550 5.1.1 nobody', '5.1.1'],
  ['250 2.1.10', '2.1.10'],
  ['450 later', '4.0.0'],
  ['550 4.7.1 well', '4.7.1'],
  ['550 5.1.1x', '5.1.1'],
  ['', '4.0.0'],
  ['nonsense', '4.0.0'],
])('the status in %j is %s', (reply, status) => {
  expect(statusOf(reply)).toBe(status);
});
