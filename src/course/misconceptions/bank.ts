// Every misconception there is a recogniser for, by its number.
import type { Misconception } from './misconception.ts';
import { pop3Slips } from './pop3.ts';
import { smtpSlips } from './smtp.ts';

export const misconceptions: readonly Misconception[] = [...smtpSlips, ...pop3Slips];
export const misconceptionCalled = (id: string): Misconception | undefined =>
  misconceptions.find((it) => it.id === id);
